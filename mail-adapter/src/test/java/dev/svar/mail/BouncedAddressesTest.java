package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.svar.contact.Address;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a report in words means, and whose fate is told by which words. */
class BouncedAddressesTest {
    private static final Address KIM = Address.mail("kim@gone.example");
    private static final Address LEE = Address.mail("lee@gone.example");
    private static final String HEAD = "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example\nTo: support@desk.example\n"
            + "Subject: Undeliverable\n\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From <support+abc123@desk.example> to <kim@gone.example>: user unknown",
                "support+abc123@desk.example\nkim@gone.example: user unknown",
                "admin@mx.example - our man - can help.\n\n<kim@gone.example>: 550 5.1.1 user unknown",
                "Ask\nadmin@mx.example. He knows.\n\n<kim@gone.example>... User unknown",
                "Ask\nadmin@mx.example, please.\n\nkim@gone.example.\n",
                "admin@mx.example is the one to ask.\nRecipient: kim@gone.example\n",
                "Message <CAF12345@mail.example> could not be delivered to kim@gone.example.",
                "The message with the id\n<1abc.123@mail.example>\ncould not be delivered to kim@gone.example.",
                "Message-ID: <1abc.123@mail.example>\nfailed for kim@gone.example",
                "<sent-1@desk.example>\nkim@gone.example\n\n--- original ---\nMessage-ID: <sent-1@desk.example>\nFrom: x@y.example\n",
                "The e-mail id kim@gone.example is not known to mx@host.example.",
                "kim@gone.example is nobody we know",
                "To: kim@gone.example, ola@fine.example\nError: 550 5.1.1 <kim@gone.example> user unknown",
                "Recipients: ola@fine.example, kim@gone.example\nError: 550 <kim@gone.example> user unknown",
                "Not the intended recipient? Write to: helen@mx.example\nIt did not reach kim@gone.example (user unknown)",
                "The recipient's server said: 550 5.7.1 blocked, write to abuse@mx.example\nRecipient: kim@gone.example",
                "Recipient unclear: ask helen@mx.example\nRecipient address: kim@gone.example",
                "Recipient: see below, or helen@mx.example\nFinal-Recipient: rfc822; kim@gone.example",
                "To: \"Lee, Kim\" <kim@gone.example>\nuser unknown",
                "invalid id:\n<kim@gone.example>\n550 5.1.1 user unknown",
                "Could not deliver message (kim@gone.example): user unknown"
            })
    void one_is_meant(String text) {
        assertThat(read(HEAD + text).keySet()).containsExactly(KIM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "To: kim@gone.example, ola@fine.example\nError: 550 5.1.1 user unknown",
                "The recipient's server said: 550 5.7.1 blocked, write to abuse@mx.example"
            })
    void several_in_a_header_and_those_to_ask_are_not_meant(String text) {
        assertThat(read(HEAD + text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kim@gone.example, lee@gone.example\n\n550 5.1.1 user unknown",
                "kim@gone.example; <lee@gone.example>:\n550 5.1.1 user unknown",
                "Could not be delivered to: kim@gone.example, lee@gone.example.\nReason: user unknown",
                "1. kim@gone.example\n2) lee@gone.example\n\n550 5.1.1 user unknown",
                "To: kim@gone.example\n550 5.1.1 user unknown\nTo: lee@gone.example\n550 5.1.1 user unknown",
                "Failed Recipient: kim@gone.example\nFailed Recipient: <lee@gone.example>\nuser unknown",
                "Recipients: kim@gone.example, lee@gone.example\nuser unknown",
                "Empfänger: kim@gone.example\nGrund: user unknown\nEmpfänger: lee@gone.example\nGrund: user unknown",
                "user unknown:\n\n  kim@gone.example\n  lee@gone.example\n"
            })
    void two_are_meant_and_share_what_is_said_of_both(String text) {
        Map<Address, BounceRecipient> recipients = read(HEAD + text);
        assertThat(recipients.keySet()).containsExactlyInAnyOrder(KIM, LEE);
        assertThat(recipients.values()).allMatch(BounceRecipient::hard);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "To: kim@gone.example\nStatus: 5.1.1\n\nTo: lee@gone.example\nStatus: 5.2.2 mailbox full",
                "kim@gone.example     550 5.1.1 unknown\nlee@gone.example     552 5.2.2 mailbox full",
                "kim@gone.example, lee@gone.example\n\nkim@gone.example\n550 5.1.1 gone\n\nlee@gone.example\n552 5.2.2 mailbox full",
                "<kim@gone.example>: nobody here\n<lee@gone.example>: mailbox full"
            })
    void the_cause_of_one_is_not_that_of_the_other(String text) {
        Map<Address, BounceRecipient> recipients = read(HEAD + text);
        assertThat(recipients.get(KIM)).isNotNull();
        assertThat(recipients.get(KIM).cause()).isEqualTo(BounceCause.NO_SUCH_USER);
        assertThat(recipients.get(LEE).cause()).isEqualTo(BounceCause.MAILBOX_FULL);
        assertThat(recipients.get(LEE).hard()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Not to kim@gone.example (no such person) nor lee@gone.example (mailbox full) | 5.1.1 | 5.2.2 | NO_SUCH_USER | MAILBOX_FULL
            Not to kim@gone.example (no such person) nor lee@gone.example (mailbox full) | 5.0.0 | 5.0.0 | NO_SUCH_USER | MAILBOX_FULL
            The mailbox is full.                                                         | 5.1.1 | 5.2.2 | NO_SUCH_USER | MAILBOX_FULL
            Your message did not reach lee@gone.example (mailbox full)                   | 5.0.0 | 5.0.0 | UNKNOWN      | MAILBOX_FULL
            """)
    void a_letter_about_two_says_of_each_only_what_stands_with_the_name(
            String letter, String status, String other, BounceCause cause, BounceCause otherCause) {
        Map<Address, BounceRecipient> recipients = read(status(
                letter,
                "Final-Recipient: rfc822;kim@gone.example\nAction: failed\nStatus: " + status
                        + "\n\nFinal-Recipient: rfc822;lee@gone.example\nAction: failed\nStatus: " + other));
        assertThat(recipients.get(KIM).cause()).isEqualTo(cause);
        assertThat(recipients.get(LEE).cause()).isEqualTo(otherCause);
    }

    @Test
    void nothing_known_of_one_is_not_what_is_known_of_the_other() {
        Map<Address, BounceRecipient> recipients =
                read(HEAD + "<kim@gone.example>: a mystery\n<lee@gone.example>: mailbox full\n");
        assertThat(recipients.get(KIM).cause()).isEqualTo(BounceCause.UNKNOWN);
        assertThat(recipients.get(LEE).cause()).isEqualTo(BounceCause.MAILBOX_FULL);
    }

    @Test
    void what_is_said_to_people_does_not_overrule_an_exact_code() {
        Map<Address, BounceRecipient> recipients = read(status(
                "kim@gone.example: the mailbox is full", "Final-Recipient: rfc822;kim@gone.example\nStatus: 5.1.1"));
        assertThat(recipients.get(KIM).hard()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kim@gone.example is x\n",
                "To: kim@gone.example, lee@gone.example\n",
                "kim@gone.example, ",
                "message id <a@b.example>\n",
                "invalid id:\n<a@b.example>\n550 x\n",
                "message (a@b.example ",
                "@",
                "550 5.1.1 x\n"
            })
    void the_time_grows_with_the_length_alone(String piece) {
        String text = piece.repeat(BounceParts.MAX_TEXT / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(HEAD + text));
    }

    @Test
    void nor_with_the_blanks_behind_a_label() {
        String text = "Recipient: " + " ".repeat(BounceParts.MAX_TEXT - 100) + "550 kim@gone.example\n";
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(HEAD + text));
    }

    private static String status(String letter, String blocks) {
        return HEAD.replace("\n\n", "\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n")
                + "--b\n\n" + letter + "\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; m\n\n"
                + blocks + "\n--b--\n";
    }

    /** The recipients that a mail reports about, by their addresses. */
    private static Map<Address, BounceRecipient> read(String mail) {
        return MailInspector.standard().inspect(mail.getBytes(StandardCharsets.UTF_8)).bounce().stream()
                .flatMap(report -> report.recipients().stream())
                .filter(recipient -> recipient.address().isPresent())
                .collect(Collectors.toMap(recipient -> recipient.address().orElseThrow(), recipient -> recipient));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It could not be delivered.\n\nNo such user:\n  kim@gone.example\n\nMailbox is full:\n  lee@gone.example\n",
                "It could not be delivered.\n\n550 5.1.1 gone\n<kim@gone.example>\n\n552 5.2.2 full\n<lee@gone.example>\n",
                "Reason: user unknown\nRecipient: kim@gone.example\n\nReason: mailbox full\nRecipient: lee@gone.example\n",
                "-- user unknown --\nkim@gone.example\n-- mailbox full --\nlee@gone.example\n\nThe postmaster\n",
                "User unknown:\n\nkim@gone.example\n\nMailbox full:\n\nlee@gone.example\n\nThe postmaster\n",
                "User unknown:\nkim@gone.example\n\nMailbox full:\nlee@gone.example\n\nOur policy: www.gone.example\n",
                "It is a riddle:\nola@gone.example\n\nUser unknown:\nkim@gone.example\n\nMailbox full:\nlee@gone.example\n",
                "<kim@gone.example>\n<lee@gone.example>\n\n550 5.1.1 <kim@gone.example> unknown\n552 5.2.2 <lee@gone.example> full\n",
                "User unknown, or mailbox full.\n\nkim@gone.example\nuser unknown\n\nlee@gone.example\nmailbox full\n",
                "User unknown, or mailbox full.\n\nkim@gone.example\n\nuser unknown\n\nlee@gone.example\n\nmailbox full\n",
                "Rejected: 550\n\nkim@gone.example:\n\n  user unknown\nlee@gone.example:\n\n  mailbox full\n"
            })
    void what_befell_each_stands_above_the_names_or_below_as_the_letter_has_it(String text) {
        Map<Address, BounceRecipient> recipients = read(HEAD + text);
        assertThat(recipients.get(KIM).cause()).isEqualTo(BounceCause.NO_SUCH_USER);
        assertThat(recipients.get(LEE).cause()).isEqualTo(BounceCause.MAILBOX_FULL);
    }

    @Test
    void several_below_a_reason_share_it() {
        Map<Address, BounceRecipient> recipients = read(HEAD
                + "Mailbox is full:\n  ola@gone.example\n\nNo such user:\n  kim@gone.example\n  lee@gone.example\n");
        assertThat(recipients.get(Address.mail("ola@gone.example")).cause()).isEqualTo(BounceCause.MAILBOX_FULL);
        assertThat(recipients.get(KIM).cause()).isEqualTo(BounceCause.NO_SUCH_USER);
        assertThat(recipients.get(LEE).cause()).isEqualTo(BounceCause.NO_SUCH_USER);
    }

    @Test
    void fields_without_words_of_their_own_take_the_reason_above_the_name() {
        Map<Address, BounceRecipient> recipients = read(status(
                "No such user:\n  kim@gone.example\n\nMailbox is full:\n  lee@gone.example\n",
                "Final-Recipient: rfc822;kim@gone.example\nAction: failed\nStatus: 5.0.0"
                        + "\n\nFinal-Recipient: rfc822;lee@gone.example\nAction: failed\nStatus: 5.0.0"));
        assertThat(recipients.get(KIM).cause()).isEqualTo(BounceCause.NO_SUCH_USER);
        assertThat(recipients.get(LEE).cause()).isEqualTo(BounceCause.MAILBOX_FULL);
    }
}
