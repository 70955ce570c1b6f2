package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.message.InboundMessage;
import dev.svar.message.MessageNature;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Read: Order                      | Your message was read on Tuesday, March 5, 2024 10:20:00 AM.
            Not read: Order                  | Your message was deleted without being read on Tuesday, March 5.
            Gelesen: Order                   | Ihre Nachricht wurde am Dienstag, 5. März 2024 10:20 gelesen.
            Lu : Commande                    | Votre message a été lu le mardi 5 mars 2024.
            Leído: Pedido                    | El mensaje se leyó el martes.
            Gelezen: Order                   | Uw bericht is gelezen op dinsdag.
            Läst: Order                      | Meddelandet lästes den 5 mars.
            Przeczytane: Order               | Wiadomość została przeczytana we wtorek.
            Прочтено: Заказ                  | Ваше сообщение было прочитано 5 марта.
            已读: 订单                        | 您的邮件已于 2024年3月5日 被阅读。
            開封済み: 注文                     | メッセージは 2024/03/05 に開封されました。
            Return Receipt (displayed) - Order | Your document: Order was received by: kim
            Lesebestätigung: Order           | Ihre Nachricht wurde am Dienstag, 5. März 2024 10:20 gelesen.
            """)
    void a_receipt_in_words_is_no_message(String subject, String text) {
        assertThat(read(subject, text).nature()).isEqualTo(new MessageNature.AutomaticReply("it is a reading receipt"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Accusé de réception manquant     | Bonjour, la lettre recommandée a été reçue hier, mais pas l'accusé.
            Empfangsbestätigung fehlt        | Das Paket wurde empfangen, aber ich habe nichts bekommen.
            Read: chapter 3                  | The chapter was read on Monday by my class, and page 12 is missing.
            Return receipt for parcel 1234   | The parcel was received by: my neighbour
            Return receipt: parcel           | The parcel was received by: my neighbour
            Read: Order                      | Your message was read on Tuesday, March 5, but where is my order?
            """)
    void a_first_mail_is_a_persons_and_answered(String subject, String text) {
        InboundMessage mail = Mails.read(mail(subject, "", text));
        assertThat(mail.nature()).isInstanceOf(MessageNature.Human.class);
        assertThat(mail.mayNotAnswer()).isEmpty();
    }

    @Test
    void a_receipt_that_answers_nothing_has_no_return_path() {
        byte[] mail = mail("Read: Order", "Return-Path: <>\n", "Your message was read on Tuesday.");
        assertThat(Mails.read(mail).nature()).isEqualTo(new MessageNature.AutomaticReply("it is a reading receipt"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Read: chapter 3       | The chapter was read on Monday by my class.
            Read: chapter 3       | I have your message. The chapter was read on Monday by my class.
            Return receipt: parcel | The parcel was received by: my neighbour
            """)
    void an_answer_that_only_sounds_like_one_is_a_persons_and_left_alone(String subject, String text) {
        assertThat(read(subject, text).nature()).isInstanceOf(MessageNature.Human.class);
        assertThat(read(subject, text).mayNotAnswer()).contains("it is an answer, and sounds like a reading receipt");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Read: the manual says otherwise | I have a question.
            Read: the manual                | It was red on Tuesday.
            Re: Order                       | My message was read on Tuesday, and nobody answers.
            Gelesen: Vertrag                | Ich habe ihn gelesen und bin einverstanden.
            """)
    void people_write_either(String subject, String text) {
        assertThat(read(subject, text).nature()).isInstanceOf(MessageNature.Human.class);
        assertThat(read(subject, text).mayNotAnswer()).isEmpty();
    }

    private static InboundMessage read(String subject, String text) {
        return Mails.read(mail(subject, "In-Reply-To: <a@b>\n", text));
    }

    private static byte[] mail(String subject, String fields, String text) {
        return ("From: a@x.example\nSubject: " + subject + "\n" + fields + "Content-Type: text/plain; charset=utf-8\n\n"
                        + text)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
