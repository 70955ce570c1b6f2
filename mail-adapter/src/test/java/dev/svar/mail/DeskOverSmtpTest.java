package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.HelpDesk;
import dev.svar.Mailbox;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryState;
import dev.svar.memory.MemoryStore;
import dev.svar.testkit.ManualTime;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a whole desk makes of what a mail server says to its letters, and what arrives in the end. */
@Timeout(60)
class DeskOverSmtpTest {
    private static final Map<String, String> WITH_LOGIN =
            Map.of("EHLO", "250-hello\r\n250 AUTH PLAIN", "AUTH", "235 welcome");

    private final ScriptedSmtpServer server = new ScriptedSmtpServer(WITH_LOGIN);
    private final ManualTime time = ManualTime.at("2026-11-26T10:00:00Z");
    private final SmtpTransport transport = SmtpTransport.builder("127.0.0.1", server.port(), time)
            .security(SmtpSecurity.NONE)
            .login(MailLogin.password("desk", "secret"))
            .build();
    private final HelpDesk desk = HelpDesk.builder(new MemoryStore())
            .time(time)
            .mailbox(new Mailbox(Mails.MAILBOX, "The desk"))
            .transport(transport)
            .build();
    private final MailIntake intake = MailIntake.of(desk, Mails.READER);

    private static Map<String, String> script(String step, String answer) {
        Map<String, String> script = new HashMap<>(WITH_LOGIN);
        script.put(step, answer);
        return script;
    }

    @AfterEach
    void close() {
        transport.close();
        server.close();
    }

    /** Somebody writes and is to be told that it arrived. */
    private TicketId acknowledging(String who) {
        byte[] mail = Mails.raw("From: " + who + "\nTo: support@desk.example\nMessage-ID: <q." + who
                + ">\nSubject: Help\n\nI am " + who + ".\n");
        return intake.take(new RawMail(who, mail, mail.length))
                .receipt()
                .ticket()
                .orElseThrow();
    }

    private Delivery delivery(TicketId ticket) {
        assertThat(desk.deliveries(ticket, 10)).hasSize(1);
        return desk.deliveries(ticket, 10).get(0);
    }

    private void runAfter(Duration pause) {
        time.advance(pause);
        desk.runDue(100);
    }

    @Test
    void of_three_recipients_the_bad_one_fails_for_good_and_alone() {
        server.script(script("RCPT bad@customer.example", "550 5.1.1 no such user"));
        TicketId first = acknowledging("a@customer.example");
        TicketId bad = acknowledging("bad@customer.example");
        TicketId last = acknowledging("b@customer.example");
        desk.runDue(100);

        assertThat(delivery(first).state()).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(delivery(last).state()).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(delivery(bad).state()).isEqualTo(DeliveryState.FAILED);
        assertThat(delivery(bad).code()).isEqualTo("5.1.1");
        for (int day = 0; day < 6; day++) {
            runAfter(Duration.ofDays(1));
        }
        assertThat(server.recipients()).containsExactlyInAnyOrder("a@customer.example", "b@customer.example");
        assertThat(server.lines()).filteredOn(line -> line.contains("bad@")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 421 closing, 421",
        "MAIL, 451 later, 451",
        "RCPT, 450 4.2.0 greylisted, 450",
        "RCPT, hang up, ''",
        "DATA, 451 later, 451",
        "DOT, 451 later, 451",
        "DOT, 421 closing, 421"
    })
    void what_is_not_taken_for_now_arrives_once_at_the_next_try(String step, String answer, String code) {
        server.scriptOnce(step, answer);
        TicketId ticket = acknowledging("a@customer.example");
        desk.runDue(100);
        assertThat(delivery(ticket).state()).isEqualTo(DeliveryState.DEFERRED);
        assertThat(delivery(ticket).code()).isEqualTo(code);

        runAfter(Duration.ofMinutes(2));
        assertThat(delivery(ticket).state()).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(delivery(ticket).attempts()).isEqualTo(2);
        // The server saw a mail whose end it did not take, and the one that it took.
        assertThat(server.mails()).hasSize(step.equals("DOT") ? 2 : 1);
        assertThat(server.mails())
                .allSatisfy(mail ->
                        assertThat(mail).contains(delivery(ticket).message().messageId()));
    }

    @Test
    void an_answer_that_is_lost_after_the_mail_leaves_it_uncertain_and_it_is_not_sent_again_blindly() {
        server.scriptOnce("DOT", ScriptedSmtpServer.HANG_UP);
        TicketId ticket = acknowledging("a@customer.example");
        desk.runDue(100);
        for (int day = 0; day < 6; day++) {
            runAfter(Duration.ofDays(1));
        }

        assertThat(delivery(ticket).state()).isEqualTo(DeliveryState.UNCERTAIN);
        assertThat(server.mails()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"AUTH, 535 5.7.8 no", "GREETING, 421 too busy", "GREETING, 554 not here", "EHLO, hang up"})
    void a_server_that_does_not_let_us_in_costs_no_letter_a_try(String step, String answer) {
        server.script(script(step, answer));
        TicketId one = acknowledging("a@customer.example");
        TicketId two = acknowledging("b@customer.example");
        for (int i = 0; i < 40; i++) {
            desk.runDue(100);
            time.advance(Duration.ofMinutes(30));
        }
        assertThat(server.mails()).isEmpty();
        assertThat(desk.outages()).hasSize(1);
        assertThat(desk.outages().toString()).doesNotContain("secret");

        server.script(script("AUTH", "235 welcome"));
        runAfter(Duration.ofMinutes(30));
        runAfter(Duration.ofMinutes(30));
        assertThat(delivery(one).state()).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(delivery(two).state()).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(server.recipients()).containsExactlyInAnyOrder("a@customer.example", "b@customer.example");
        assertThat(desk.outages()).isEmpty();
    }
}
