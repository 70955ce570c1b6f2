package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.error.InvalidValueException;
import dev.svar.message.InboundMessage;
import dev.svar.message.UnreadableMessage;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailReaderTest {
    private static final String PLAIN = """
            From: Ola Nordmann <Ola@Customer.example>
            To: Support <support+abc123@desk.example>, other@desk.example
            Cc: boss@customer.example
            Subject: It is broken
            Message-ID: <m1@customer.example>
            In-Reply-To: <r3@desk.example>
            References: <r1@desk.example> <r2@desk.example> <r3@desk.example>
            Content-Language: nb-NO
            Content-Type: text/plain; charset=utf-8

            Hello,
            it is broken.
            """;

    @Test
    void reads_who_wrote_what_to_whom() {
        InboundMessage mail = Mails.read(PLAIN);
        assertThat(mail.from()).isEqualTo(Address.mail("ola@customer.example"));
        assertThat(mail.fromName()).isEqualTo("Ola Nordmann");
        assertThat(mail.recipients())
                .containsExactly(
                        Address.mail("support+abc123@desk.example"),
                        Address.mail("other@desk.example"),
                        Address.mail("boss@customer.example"));
        assertThat(mail.subject()).isEqualTo("It is broken");
        assertThat(mail.fullText()).isEqualTo("Hello,\nit is broken.");
        assertThat(mail.messageId()).contains("<m1@customer.example>");
        assertThat(mail.key().value()).startsWith("<m1@customer.example> sha256:");
        assertThat(mail.key().mailbox()).isEqualTo(Mails.MAILBOX);
        assertThat(mail.references()).containsExactly("<r3@desk.example>", "<r2@desk.example>", "<r1@desk.example>");
        assertThat(mail.replyTokens()).containsExactly("abc123");
        assertThat(mail.language()).contains(Locale.forLanguageTag("nb-NO"));
        assertThat(mail.raw().bytes()).isEqualTo(Mails.raw(PLAIN));
        assertThat(mail.html()).isEmpty();
    }

    @Test
    void tokens_of_other_mailboxes_are_not_taken() {
        assertThat(Mails.read(PLAIN.replace("support+abc123", "sales+abc123")).replyTokens())
                .isEmpty();
        assertThat(Mails.read("Delivered-To: SUPPORT+Xyz@desk.example\n" + PLAIN)
                        .replyTokens())
                .containsExactly("abc123", "xyz");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sender: s@x.example        | s@x.example
            Reply-To: <r@x.example>    | r@x.example
            Return-Path: <p@x.example> | p@x.example
            From: nonsense             | none
            From: MAILER-DAEMON        | mailer-daemon@desk.example
            From: "broken <b@x.example> | b@x.example
            From: Doe, Jane <j@x.example> | j@x.example
            From: =?utf-8?Q?J=C3=B8?= <j@x.example>, b@x.example | j@x.example
            """)
    void finds_a_sender_where_one_is_named(String header, String expected) {
        byte[] raw = Mails.raw(header + "\nSubject: x\n\ntext\n");
        if (expected.equals("none")) {
            assertThat(Mails.whyNot(raw)).isEqualTo("names no sender");
        } else {
            assertThat(Mails.read(raw).from()).isEqualTo(Address.mail(expected));
        }
    }

    @Test
    void a_reply_to_is_not_the_sender() {
        assertThat(Mails.read("From: a@x.example\nReply-To: b@x.example\n\nx").from())
                .isEqualTo(Address.mail("a@x.example"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            =?UTF-8?B?U3DDuHJzbcOlbA==?=                             | Spørsmål
            =?iso-8859-1?Q?Sp=F8rsm=E5l?= om =?utf-8?Q?f=C3=A5?=    | Spørsmål om få
            =?utf-8?B?w6XD?= =?utf-8?B?uA==?=                        | åø
            =?utf-8?Q?a?=  =?utf-8?Q?b?=                             | ab
            =?x-unknown?Q?a=E5?=                                     | aå
            "=?utf-8?Q?in_quotes?="                                  | "in quotes"
            =?utf-8?Q?with blanks in it?=                            | with blanks in it
            =?not a word                                             | =?not a word
            a =? b ?= c                                              | a =? b ?= c
            """)
    void decodes_encoded_words_as_senders_write_them(String header, String expected) {
        assertThat(Mails.read("From: a@x.example\nSubject: " + header + "\n\nx").subject())
                .isEqualTo(expected.strip());
    }

    @Test
    void reads_raw_eight_bit_headers() {
        byte[] utf8 = "From: a@x.example\nSubject: Spørsmål\n\nx".getBytes(StandardCharsets.UTF_8);
        byte[] latin = "From: a@x.example\nSubject: Spørsmål\n\nx".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Mails.read(utf8).subject()).isEqualTo("Spørsmål");
        assertThat(Mails.read(latin).subject()).isEqualTo("Spørsmål");
    }

    @Test
    void long_and_broken_lines_are_cut_to_what_the_desk_takes() {
        InboundMessage mail = Mails.read("From: =?utf-8?Q?" + "n".repeat(900)
                + "?= <a@x.example>\nSubject: a\n b=?utf-8?Q?=0A=0D=00c?=\n " + "s".repeat(900) + "\n\nx");
        assertThat(mail.fromName()).hasSize(200);
        assertThat(mail.subject()).startsWith("a b c s").hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void text_is_free_of_control_characters_and_half_characters() {
        byte[] raw = Mails.raw("From: a@x.example\n\na\0b\tc\u0007d\n\u00f0\u009f\u0098");
        assertThat(Mails.read(raw).fullText()).startsWith("ab\tcd\n").doesNotContain("\0");
    }

    @ParameterizedTest
    @CsvSource({"no-such-charset,å", "windows-1252,å", "iso-8859-1,å", "'',å", "us-ascii,å", "iso-8859-5,х"})
    void reads_text_in_its_character_set_or_a_likely_one(String charset, String expected) {
        String type = charset.isEmpty() ? "text/plain" : "text/plain; charset=\"" + charset + "\"";
        assertThat(Mails.read("From: a@x.example\nContent-Type: " + type + "\n\n\u00e5")
                        .fullText())
                .isEqualTo(expected);
    }

    @Test
    void the_same_mail_delivered_again_has_the_same_key() {
        String mail = "From: a@x.example\nSubject: no id\n\nText\n";
        InboundMessage first = Mails.read("Return-Path: <a@x.example>\nReceived: from b\n by c; today\n" + mail);
        InboundMessage again =
                Mails.read(("Received: from d\n\tby e; tomorrow\n" + mail + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(first.key().value()).startsWith("sha256:").hasSize(71);
        assertThat(again.key()).isEqualTo(first.key());
        assertThat(Mails.read(mail.replace("Text", "Test")).key()).isNotEqualTo(first.key());
    }

    @Test
    void another_mail_under_a_known_id_has_another_key() {
        InboundMessage first = Mails.read(PLAIN);
        InboundMessage again =
                Mails.read("Delivered-To: support@desk.example\nX-Spam-Status: No\nARC-Seal: i=1;\n b=x\n"
                        + "Authentication-Results: mx.example; spf=pass\n" + PLAIN);
        InboundMessage other = Mails.read(PLAIN.replace("it is broken", "it works again"));
        assertThat(again.key()).isEqualTo(first.key());
        assertThat(other.messageId()).isEqualTo(first.messageId());
        assertThat(other.key()).isNotEqualTo(first.key());
    }

    @Test
    void an_id_that_leaves_no_room_is_told_by_the_digest() {
        String id = "<" + "i".repeat(960) + "@x.example>";
        assertThat(Mails.read("From: a@x.example\nMessage-ID: " + id + "\n\nx")
                        .key()
                        .value())
                .startsWith("sha256:");
    }

    @ParameterizedTest
    @CsvSource({"<>", "<1>", "<@host>", "unknown", "<a@>"})
    void a_careless_message_id_is_no_key(String id) {
        assertThat(Mails.read("From: a@x.example\nMessage-ID: " + id + "\n\nx")
                        .key()
                        .value())
                .startsWith("sha256:");
    }

    @Test
    void a_mail_that_was_not_loaded_whole_is_unreadable_but_named() {
        UnreadableMessage mail = (UnreadableMessage)
                Mails.READER.read(new RawMail("file", Mails.raw(PLAIN), MailReader.MAX_RAW_BYTES + 1L));
        assertThat(mail.reason()).isEqualTo("is 31457281 bytes long, at most 31457280 bytes are read");
        assertThat(mail.key().value()).startsWith("<m1@customer.example> sha256:");
    }

    @Test
    void a_mailbox_is_a_mail_address() {
        assertThatThrownBy(() -> MailReader.forMailbox(new Address(Channel.HOST, "u1")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("mailbox is an address on the channel host, not mail");
    }
}
