package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.svar.contact.Address;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Attachment;
import dev.svar.message.Content;
import dev.svar.message.InboundMessage;
import dev.svar.message.MessageNature;
import dev.svar.message.OutboundMessage;
import dev.svar.message.SendOutcome;
import dev.svar.message.UnsubscribeAddress;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SmtpSendingTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T09:05:07Z"));
    private static final OutboundMessage MESSAGE = to("ola@customer.example");

    private final ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of());
    private final List<SmtpTransport> open = new ArrayList<>();

    private static OutboundMessage to(String recipient) {
        return Mails.outbound(recipient, "Svar på «saken» din", "Hei!");
    }

    private SmtpTransport.Builder builder() {
        return SmtpTransport.builder("127.0.0.1", server.port(), CLOCK).security(SmtpSecurity.NONE);
    }

    private SmtpTransport transport(SmtpTransport.Builder builder) {
        SmtpTransport transport = builder.build();
        open.add(transport);
        return transport;
    }

    private long said(String verb) {
        return server.commands().stream().filter(verb::equals).count();
    }

    private InboundMessage arrived() {
        return Mails.read(server.mails().get(0).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() {
        server.hold("");
        open.forEach(SmtpTransport::close);
        server.close();
    }

    @Test
    void many_mails_go_over_one_connection_which_is_reset_between() {
        SmtpTransport transport = transport(builder());
        for (int i = 0; i < 5; i++) {
            assertThat(transport.send(to("k" + i + "@customer.example"))).isInstanceOf(SendOutcome.Accepted.class);
        }

        assertThat(String.join(" ", server.commands()))
                .isEqualTo("EHLO MAIL RCPT DATA" + " RSET MAIL RCPT DATA".repeat(4));
    }

    @Test
    void of_three_recipients_one_bad_one_fails_alone() {
        server.script(Map.of("RCPT bad@customer.example", "550 5.1.1 no such user"));
        SmtpTransport transport = transport(builder());

        assertThat(transport.send(to("a@customer.example"))).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(transport.send(to("bad@customer.example")))
                .isInstanceOfSatisfying(
                        SendOutcome.Failed.class, f -> assertThat(f.code()).isEqualTo("5.1.1"));
        assertThat(transport.send(to("b@customer.example"))).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(server.recipients()).containsExactly("a@customer.example", "b@customer.example");
        assertThat(said("EHLO")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RSET|hang up",
                "RSET|421 too long idle",
                "MAIL|hang up",
                "MAIL|421 closing",
                "RCPT|hang up",
                "DATA|hang up"
            })
    void a_kept_connection_that_ended_before_the_mail_went_was_no_try(String fault) {
        SmtpTransport transport = transport(builder());
        transport.send(MESSAGE);
        server.scriptOnce(fault.split("\\|", 2)[0], fault.split("\\|", 2)[1]);

        assertThat(transport.send(MESSAGE)).isEqualTo(new SendOutcome.Accepted("250 queued as 17"));
        assertThat(server.mails()).hasSize(2);
        assertThat(said("EHLO")).isEqualTo(2);
    }

    @Test
    void a_kept_connection_that_ended_after_the_mail_went_leaves_it_uncertain() {
        SmtpTransport transport = transport(builder());
        transport.send(MESSAGE);
        server.scriptOnce("DOT", ScriptedSmtpServer.HANG_UP);

        assertThat(transport.send(MESSAGE)).isInstanceOf(SendOutcome.Uncertain.class);
        assertThat(server.mails()).as("offered once").hasSize(2);
        assertThat(transport.send(MESSAGE)).isInstanceOf(SendOutcome.Accepted.class);
    }

    @Test
    void a_fresh_connection_that_ends_is_a_try() {
        server.script(Map.of("MAIL", "421 closing"));

        assertThat(transport(builder()).send(MESSAGE))
                .isInstanceOfSatisfying(
                        SendOutcome.Deferred.class, d -> assertThat(d.code()).isEqualTo("421"));
        assertThat(said("MAIL")).isEqualTo(1);
    }

    @Test
    void a_connection_is_made_anew_when_it_has_carried_enough() {
        SmtpTransport transport = transport(builder().mailsPerConnection(2));
        for (int i = 0; i < 5; i++) {
            assertThat(transport.send(MESSAGE)).isInstanceOf(SendOutcome.Accepted.class);
        }

        assertThat(said("EHLO")).isEqualTo(3);
    }

    @Test
    void a_connection_that_nobody_needs_is_ended() throws InterruptedException {
        SmtpTransport transport = transport(builder().idleTimeout(Duration.ofMillis(50)));
        transport.send(MESSAGE);
        server.await("QUIT");

        assertThat(transport.send(MESSAGE)).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(said("EHLO")).isEqualTo(2);
    }

    @Test
    void one_slow_domain_does_not_take_all_connections() throws Exception {
        SmtpTransport transport = transport(builder().connections(3).connectionsPerDomain(2));
        ExecutorService senders = Executors.newFixedThreadPool(4);
        try {
            server.hold("slow.example");
            List<Future<SendOutcome>> slow = Stream.of("a", "b", "c", "d")
                    .map(name -> senders.submit(() -> transport.send(to(name + "@slow.example"))))
                    .collect(Collectors.toList());
            server.awaitHeld(2);
            assertThat(transport.send(to("kari@quick.example"))).isInstanceOf(SendOutcome.Accepted.class);
            server.hold("");
            for (Future<SendOutcome> outcome : slow) {
                assertThat(outcome.get()).isInstanceOf(SendOutcome.Accepted.class);
            }
        } finally {
            senders.shutdownNow();
        }

        assertThat(server.peak()).isEqualTo(2);
        assertThat(server.mails()).hasSize(5);
    }

    @Test
    void who_finds_no_connection_free_is_deferred_and_nothing_was_offered() throws Exception {
        SmtpTransport transport = transport(builder().readTimeout(Duration.ofSeconds(1)));
        ExecutorService sender = Executors.newSingleThreadExecutor();
        try {
            server.hold("slow.example");
            Future<SendOutcome> slow = sender.submit(() -> transport.send(to("a@slow.example")));
            server.awaitHeld(1);
            SendOutcome other = transport.send(to("b@quick.example"));
            server.hold("");
            slow.get();

            // Either the slow one timed out first and its connection was free again, or nobody was served.
            assertThat(other).isInstanceOfAny(SendOutcome.Deferred.class, SendOutcome.Accepted.class);
            assertThat(server.recipients().contains("b@quick.example"))
                    .isEqualTo(other instanceof SendOutcome.Accepted);
        } finally {
            sender.shutdownNow();
        }
    }

    @Test
    void reports_come_back_to_the_return_path_unless_the_server_wants_the_mailbox_itself() {
        OutboundMessage message = MESSAGE.returnPath(Address.mail("support+r17@desk.example"));
        transport(builder()).send(message);
        transport(builder().plainReturnPath()).send(message);

        assertThat(server.lines().stream().filter(l -> l.startsWith("MAIL")))
                .containsExactly("MAIL FROM:<support+r17@desk.example>", "MAIL FROM:<support@desk.example>");
    }

    @Test
    void who_can_be_unsubscribed_can_be_so_with_one_click() {
        URI link = URI.create("https://desk.example/u/" + "a".repeat(800));
        transport(builder())
                .send(MESSAGE.unsubscribe(
                        new UnsubscribeAddress(link, Optional.of(Address.mail("off+17@desk.example")))));

        String header = server.mails().get(0).split("\n\n", 2)[0];
        assertThat(header)
                .contains("List-Unsubscribe: <" + link + ">,\n <mailto:off+17@desk.example>\n")
                .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        assertThat(header.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(998));
    }

    @Test
    void html_its_images_and_files_arrive_and_are_read_while_they_are_sent() {
        byte[] image = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, (byte) 0xff};
        AtomicInteger opened = new AtomicInteger();
        Content logo = counted(image, opened);
        Content letter = counted("From: x\r\n\r\nmail".getBytes(StandardCharsets.UTF_8), opened);
        Map<Object, Content> kept = Map.of(logo.ref(), logo, letter.ref(), letter);
        OutboundMessage message = MESSAGE.showing(
                Optional.of("<p>Hei <img src=\"cid:logo@desk\"></p>"),
                List.of(
                        new Attachment("logo.png", "image/png", Optional.of("logo@desk"), logo.ref()),
                        new Attachment("årsrapport «2026».eml", "message/rfc822", Optional.empty(), letter.ref())));
        assertThat(transport(builder().files(ref -> Optional.ofNullable(kept.get(ref))))
                        .send(message))
                .isInstanceOf(SendOutcome.Accepted.class);

        InboundMessage mail = arrived();
        assertThat(mail.fullText()).isEqualTo("Hei!");
        assertThat(mail.html().orElseThrow()).contains("cid:logo@desk");
        assertThat(mail.attachments())
                .extracting(Attachment::name, Attachment::contentType, Attachment::contentId)
                .containsExactly(
                        tuple("logo.png", "image/png", Optional.of("logo@desk")),
                        tuple("årsrapport «2026».eml", "application/octet-stream", Optional.empty()));
        assertThat(mail.contents()).containsExactly(Content.of(image), Content.of(letter.bytes()));
        assertThat(server.mails().get(0)).contains("multipart/mixed", "multipart/alternative", "multipart/related");
        assertThat(opened.get())
                .as("each file once, and the letter for this comparison")
                .isEqualTo(3);
    }

    private static Content counted(byte[] bytes, AtomicInteger opened) {
        return Content.reading(Content.of(bytes).ref(), () -> {
            opened.incrementAndGet();
            return new ByteArrayInputStream(bytes);
        });
    }

    @Test
    void a_mail_whose_file_is_not_there_fails_and_is_not_offered() {
        OutboundMessage message = MESSAGE.showing(
                Optional.empty(),
                List.of(new Attachment(
                        "a.txt",
                        "text/plain",
                        Optional.empty(),
                        Content.of(new byte[1]).ref())));

        assertThat(transport(builder()).send(message)).isInstanceOf(SendOutcome.Failed.class);
        assertThat(server.commands()).isEmpty();
    }

    @Test
    void a_file_that_turns_out_damaged_leaves_no_half_mail() {
        Content damaged = Content.reading(
                Content.of("whole".getBytes(StandardCharsets.UTF_8)).ref(),
                () -> new ByteArrayInputStream("whol!".getBytes(StandardCharsets.UTF_8)));
        OutboundMessage message = MESSAGE.showing(
                Optional.empty(), List.of(new Attachment("a.txt", "text/plain", Optional.empty(), damaged.ref())));

        assertThat(transport(builder().files(ref -> Optional.of(damaged))).send(message))
                .isInstanceOf(SendOutcome.Deferred.class);
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void no_line_is_longer_than_mail_allows() {
        String longest = "Message-ID-".repeat(200);
        List<String> references = new ArrayList<>(List.of("<" + longest + "@x.example>"));
        for (int i = 0; i < 100; i++) {
            references.add("<reference-" + i + "@customer.example>");
        }
        OutboundMessage message = new OutboundMessage(
                "<17@desk.example>",
                Mails.MAILBOX,
                "N".repeat(2_000),
                Mails.MAILBOX,
                Address.mail("ola@customer.example"),
                "S".repeat(3_000),
                "x".repeat(5_000) + "\n" + "ø".repeat(5_000),
                Optional.of(longest),
                references,
                false);
        transport(builder()).send(message.showing(Optional.of("<p>" + "y".repeat(5_000)), List.of()));

        String mail = server.mails().get(0);
        assertThat(mail.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(998));
        assertThat(mail)
                .as("the first, the newest and our own")
                .contains("<reference-0@customer.example>", "<reference-99@customer.example>", "<17@desk.example>")
                .doesNotContain("<reference-40@customer.example>");
    }

    @Test
    void an_address_in_other_letters_needs_a_server_that_takes_it() {
        SmtpTransport transport = transport(builder());

        assertThat(transport.send(to("jørgen@blåbær.example")))
                .isInstanceOfSatisfying(
                        SendOutcome.Failed.class, f -> assertThat(f.code()).isEqualTo("5.6.7"));
        assertThat(said("MAIL")).isZero();
        assertThat(transport.send(to("jorgen@blåbær.example"))).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(server.recipients()).containsExactly("jorgen@xn--blbr-roah.example");
    }

    @Test
    void a_server_that_takes_other_letters_is_told_so_for_those_alone() {
        server.script(Map.of("EHLO", "250-hello\r\n250-8BITMIME\r\n250 SMTPUTF8"));
        SmtpTransport transport = transport(builder());

        assertThat(transport.send(to("jørgen@customer.example"))).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(transport.send(MESSAGE)).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(server.recipients()).containsExactly("jørgen@customer.example", "ola@customer.example");
        assertThat(server.lines().stream().filter(l -> l.startsWith("MAIL")).map(l -> l.contains("SMTPUTF8")))
                .containsExactly(true, false);
        assertThat(server.mails().get(0)).contains("To: jørgen@customer.example");
    }

    @Test
    void a_signature_stands_over_the_very_mail_that_is_sent() {
        List<String> signed = new ArrayList<>();
        transport(builder().signer(mail -> {
                    signed.add(new String(mail, StandardCharsets.UTF_8));
                    return "DKIM-Signature: v=1; d=desk.example;\r\n b=abc";
                }))
                .send(MESSAGE);

        String sent = server.mails().get(0);
        assertThat(sent).contains("DKIM-Signature: v=1; d=desk.example;\n b=abc\n");
        assertThat(sent.replace("DKIM-Signature: v=1; d=desk.example;\n b=abc\n", ""))
                .isEqualToNormalizingNewlines(signed.get(0) + (signed.get(0).endsWith("\n") ? "" : "\n"));
    }

    @Test
    void a_mail_that_cannot_be_signed_is_not_sent() {
        SmtpTransport transport = transport(builder().signer(mail -> {
            throw new IllegalStateException("the key is locked: secret");
        }));

        assertThat(transport.send(MESSAGE))
                .isInstanceOfSatisfying(
                        SendOutcome.Deferred.class, d -> assertThat(d.reason()).doesNotContain("secret"));
        assertThat(server.commands()).isEmpty();
    }

    @Test
    void a_copy_that_is_refused_keeps_no_other_from_being_kept() {
        List<String> kept = new ArrayList<>();
        SmtpTransport transport = transport(builder().copies(mail -> {
            kept.add(new String(mail, StandardCharsets.UTF_8));
            if (kept.size() == 1) {
                throw new InvalidValueException("copy", "is refused");
            }
        }));
        transport.send(MESSAGE);
        transport.send(MESSAGE);
        assertThat(kept).hasSize(2);
        assertThat(transport.lostCopies()).isEqualTo(1);
    }

    @Test
    void a_copy_is_kept_of_what_was_sent_and_one_that_is_lost_is_no_reason_to_send_again() {
        List<String> kept = new ArrayList<>();
        SmtpTransport transport = transport(builder().copies(mail -> {
            kept.add(new String(mail, StandardCharsets.UTF_8));
            if (kept.size() > 1) {
                throw new IllegalStateException("the folder is full");
            }
        }));

        assertThat(transport.send(MESSAGE)).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(transport.send(MESSAGE)).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(transport.lostCopies()).isEqualTo(1);
        assertThat(server.mails()).hasSize(2);
        transport.send(MESSAGE);
        assertThat(kept).as("no copy is tried right after one was lost").hasSize(2);
        assertThat(transport.lostCopies()).isEqualTo(2);
        assertThat(kept.get(0)).contains("Message-ID: <delivery-17@desk.example>");
        server.script(Map.of("RCPT", "550 no"));
        transport.send(MESSAGE);
        assertThat(kept).as("what was not sent is not kept").hasSize(2);
    }

    @Test
    void our_own_mail_that_comes_back_is_told_by_its_mark() {
        transport(builder()).send(MESSAGE);
        String resent = server.mails()
                .get(0)
                .replace("From: The Desk <support@desk.example>", "From: x@relay.example")
                .replaceAll("(?m)^(Auto-Submitted|Precedence|X-Auto-Response-Suppress): .*\n", "");

        assertThat(Mails.read(resent).nature()).isEqualTo(new MessageNature.Bulk("our own mail that came back"));
        assertThat(Mails.read(resent.replace("<support@desk.example>", "<help@other.example>"))
                        .nature())
                .isEqualTo(new MessageNature.Human());
    }
}
