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

    private static InboundMessage read(String text) {
        return Mails.read("From: a@x.example\nSubject: Order\nContent-Type: text/plain; charset=iso-8859-1\n\n" + text);
    }
}
