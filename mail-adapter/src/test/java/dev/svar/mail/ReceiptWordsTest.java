package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.message.InboundMessage;
import dev.svar.message.MessageNature;
import java.nio.charset.StandardCharsets;
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
            """)
    void a_receipt_in_words_is_no_message(String subject, String text) {
        assertThat(read(subject, text).nature()).isEqualTo(new MessageNature.AutomaticReply("it is a reading receipt"));
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
        return Mails.read(("From: a@x.example\nSubject: " + subject
                        + "\nIn-Reply-To: <a@b>\nContent-Type: text/plain; charset=utf-8\n\n" + text)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8));
    }
}
