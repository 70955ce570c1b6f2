package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.StoredMessage;
import dev.svar.contact.Address;
import dev.svar.mail.PostOffice.Passed;
import dev.svar.testkit.ManualTime;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole desks on a real mail server, among machines that answer whatever they get. */
@Timeout(120)
class LoopsOverMailTest {
    private static final Address OURS = Address.mail("support@desk.example");
    private static final Address THEIRS = Address.mail("help@other.example");
    private static final Address KARI = Address.mail("kari@kunde.example");
    private static final int ROUNDS = 30;
    private static final Duration ROUND = Duration.ofSeconds(40);

    private final ManualTime time = ManualTime.at("2026-11-26T10:00:00Z");
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(4);

    @AfterEach
    void close() {
        executor.shutdownNow();
    }

    /** What servers and gateways between two desks lose of a header. */
    private enum Lost {
        NOTHING(name -> false),
        WHAT_MARKS_AUTOMATIC_MAIL(MARKS::contains),
        WHAT_NAMES_OTHER_MAILS_TOO(name -> MARKS.contains(name) || THREADS.contains(name)),
        ALL_BUT_SENDER_RECIPIENT_AND_FORM(
                name -> !Set.of("from", "to", "mime-version", "content-type", "content-transfer-encoding")
                        .contains(name));

        private final Predicate<String> fields;

        Lost(Predicate<String> fields) {
            this.fields = fields;
        }
    }

    private static final Set<String> MARKS = Set.of(
            "auto-submitted",
            "precedence",
            "x-auto-response-suppress",
            "x-svar-loop",
            "list-unsubscribe",
            "list-unsubscribe-post");
    private static final Set<String> THREADS =
            Set.of("message-id", "in-reply-to", "references", "reply-to", "return-path");

    @ParameterizedTest
    @EnumSource
    void two_desks_that_answer_each_other_stop_after_at_most_two_mails(Lost lost) throws Exception {
        try (PostOffice post = new PostOffice(lost.fields);
                PostedDesk ours = new PostedDesk(OURS.value(), post, time, executor);
                PostedDesk theirs = new PostedDesk(THEIRS.value(), post, time, executor)) {
            post.send(
                    THEIRS.value(),
                    OURS.value(),
                    "From: " + THEIRS.value() + "\nTo: " + OURS.value()
                            + "\nMessage-ID: <first@other.example>\nSubject: A question\n\nSomebody wrote in their name.\n");
            ours.await();
            for (int round = 0; round < ROUNDS; round++) {
                ours.work();
                theirs.await();
                theirs.work();
                ours.await();
                time.advance(ROUND);
            }

            List<Passed> answers = post.passed().stream().skip(1).toList();
            assertThat(answers).as(answers.toString()).hasSizeBetween(1, 2).doesNotHaveDuplicates();
            assertThat(answers.get(0).to()).isEqualTo(THEIRS.value());
        }
    }

    /** Where a responder answers to (RFC 3834 wants the return path), and what it says of itself. */
    @ParameterizedTest
    @CsvSource({
        "return-path, auto-submitted in-reply-to",
        "return-path, in-reply-to",
        "return-path, nothing",
        "reply-to, auto-submitted in-reply-to",
        "reply-to, in-reply-to",
        "reply-to, nothing",
        "from, auto-submitted in-reply-to",
        "from, in-reply-to",
        "from, nothing"
    })
    void a_vacation_responder_gets_one_acknowledgment(String answersTo, String says) throws Exception {
        try (PostOffice post = new PostOffice(name -> false);
                PostedDesk ours = new PostedDesk(OURS.value(), post, time, executor)) {
            post.open(KARI);
            post.send(
                    KARI.value(),
                    OURS.value(),
                    "From: Kari <kari@kunde.example>\nTo: support@desk.example\n"
                            + "Message-ID: <question@kunde.example>\nSubject: Cannot pay\n\nThe page stays blank.\n");
            ours.await();
            int answered = 0;
            for (int round = 0; round < ROUNDS; round++) {
                ours.work();
                List<StoredMessage> arrived = post.inbox(KARI).getMessages();
                for (StoredMessage mail : arrived.subList(answered, arrived.size())) {
                    answered++;
                    answer(post, mail.getMimeMessage(), answersTo, says, answered);
                }
                ours.await();
                time.advance(ROUND);
            }

            assertThat(post.passedTo(KARI)).isEqualTo(1);
            assertThat(post.passedTo(OURS))
                    .as("the question and what the responder said")
                    .isEqualTo(2);
        }
    }

    private static void answer(PostOffice post, MimeMessage mail, String answersTo, String says, int number)
            throws Exception {
        String to = answersTo.equals("return-path")
                ? Optional.ofNullable(mail.getHeader("Return-Path", null))
                        .orElseThrow()
                        .replaceAll("[<>]", "")
                : ((InternetAddress) (answersTo.equals("from") ? mail.getFrom() : mail.getReplyTo())[0]).getAddress();
        String marks = says.contains("auto-submitted") ? "Auto-Submitted: auto-replied\n" : "";
        String thread = says.contains("in-reply-to") ? "In-Reply-To: " + mail.getMessageID() + "\n" : "";
        post.send(
                "",
                to,
                "From: Kari <kari@kunde.example>\nTo: " + to + "\nMessage-ID: <away" + number
                        + "@kunde.example>\nSubject: Until Monday\n" + marks + thread
                        + "\nI am not there just now, this is answer " + number + ".\n");
    }
}
