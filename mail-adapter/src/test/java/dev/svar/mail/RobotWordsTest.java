package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.message.InboundMessage;
import dev.svar.message.MessageNature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail that no field of its header tells from a person's. */
class RobotWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello,\nthis is an automated message, please do not reply to this e-mail.",
                "Diese E-Mail wurde automatisch erstellt.",
                "Dette er en automatisk melding.",
                "Esta é uma mensagem automática."
            })
    void mail_that_says_that_a_machine_wrote_it_gets_no_automatic_answer(String text) {
        InboundMessage mail = read(text);
        assertThat(mail.nature()).isInstanceOf(MessageNature.Human.class);
        assertThat(mail.mayNotAnswer().orElseThrow()).startsWith("its text says: ");
    }

    @Test
    void who_tells_of_such_mail_further_down_is_answered() {
        String told =
                "Good morning, I wrote to you three times about the lamp that came broken, the last time on Monday, "
                        + "and each time all that I got was a mail of two lines, which did not help me at all, nor did it say when "
                        + "somebody would look at it. It said: this is an automated message.";
        assertThat(read(told).mayNotAnswer()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello, this is an automatic watch and it stands still.",
                "Hi,\nthis is an automatic door, please send somebody.",
                "Bu otomatik kapı çalışmıyor.",
                "自動送信メールが届きません",
                "I got a mail that says \"please do not reply to this mail\". Whom do I write to?",
                "Your mail said: please do not reply to this mail. So I write here.",
                "Where do I switch off that this message was automatically generated?",
                "Diese E-Mail wurde automatisch gelöscht, warum?"
            })
    void who_writes_about_machines_is_answered(String text) {
        assertThat(RobotWords.in(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*** This is an automated message. ***",
                "Dear customer,\n\n  this is an\nautomatic reply.",
                "Thank you. Please do not reply to this e-mail.",
                "I apologize for this automatic reply to your email.",
                "Bu otomatik bir yanıttır.",
                "BU E-POSTA OTOMATİK OLARAK GÖNDERİLMİŞTİR",
                "※このメールは自動送信されています。",
                "본 메일은 자동으로 발송된 메일입니다."
            })
    void machines_say_so_where_a_line_or_a_sentence_begins(String text) {
        assertThat(RobotWords.in(text)).isPresent();
    }

    @Test
    void what_is_forwarded_or_quoted_is_not_said() {
        assertThat(read("Is this yours?\n\n-------- Forwarded Message --------\nSubject: News\nDate: today\n"
                                + "From: shop@far.example\nTo: a@x.example\n\nThis is an automated message.\n")
                        .mayNotAnswer())
                .isEmpty();
    }

    @Test
    void help_desks_ask_for_answers_above_their_first_line() {
        String marker = "##- Please type your reply above this line -##\n\n";
        assertThat(read(marker + "Your request is being looked at.").mayNotAnswer())
                .isPresent();
        assertThat(read("I wait since Monday.\n\n" + marker + "Your request is being looked at.")
                        .mayNotAnswer())
                .isEmpty();
    }

    @Test
    void a_header_that_says_a_person_wrote_it_counts_more() {
        assertThat(Mails.read("From: a@x.example\nSubject: Order\nAuto-Submitted: no\n\nThis is an automated message.")
                        .mayNotAnswer())
                .isEmpty();
    }

    private static InboundMessage read(String text) {
        return Mails.read("From: a@x.example\nSubject: Order\nContent-Type: text/plain; charset=iso-8859-1\n\n" + text);
    }
}
