package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A message that is late is no message that failed, in whatever language that is said. */
class BounceDelaysTest {
    private static final String HEAD = "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example\n"
            + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your message to kim@gone.example has not been delivered so far.",
                "Your message to kim@gone.example was not yet delivered.",
                "We will retry kim@gone.example for 46 more hours.",
                "Could not be delivered to kim@gone.example for 4 hours. We'll keep trying.",
                "Could not be delivered. The server will try again in 60 minutes.\n\nkim@gone.example",
                "Съобщението до kim@gone.example все още не е доставено. Ще опитаме отново.",
                "Could not be delivered to kim@gone.example. Should you write again, we will try again.",
                "Not sent to kim@gone.example, will retry.",
                "Message not delivered\nWill keep trying\n\nkim@gone.example",
                "Ihre Nachricht an kim@gone.example konnte noch nicht zugestellt werden.",
                "Die Zustellung Ihrer Nachricht an kim@gone.example verzögert sich.",
                "La remise de votre message à kim@gone.example est retardée.",
                "Votre message n'a pas encore été remis à kim@gone.example.",
                "Su mensaje a kim@gone.example aún no se ha entregado.",
                "Il messaggio a kim@gone.example non è stato ancora consegnato.",
                "La consegna a kim@gone.example è in ritardo.",
                "A mensagem para kim@gone.example ainda não foi entregue.",
                "Wiadomość do kim@gone.example nie została jeszcze dostarczona.",
                "Ваше письмо для kim@gone.example пока не доставлено.",
                "Доставка на kim@gone.example задерживается.",
                "İletiniz kim@gone.example adresine henüz teslim edilmedi.",
                "Uw bericht aan kim@gone.example is nog niet bezorgd.",
                "Bezorging bij kim@gone.example is vertraagd.",
                "Meddelandet till kim@gone.example har ännu inte levererats.",
                "Meddelelsen til kim@gone.example er endnu ikke leveret.",
                "Leveringen til kim@gone.example er forsinket.",
                "Viestiä ei ole vielä toimitettu: kim@gone.example.",
                "Zpráva pro kim@gone.example zatím čeká, doručení se zpožďuje.",
                "Az üzenet kézbesítése késik: kim@gone.example",
                "kim@gone.example へのメッセージはまだ配信されていません。",
                "您发给 kim@gone.example 的邮件尚未送达。",
                "邮件延迟: kim@gone.example",
                "kim@gone.example 메일 전송이 지연되고 있습니다.",
                "Zustellung an kim@gone.example: es wird weiterhin versucht. Danach wird nicht weiterhin versucht."
            })
    void a_message_is_late(String words) {
        BounceRecipient late = only("Your message", words);
        assertThat(late.action()).isEqualTo(BounceAction.DELAYED);
        assertThat(late.status()).startsWith("4");
        assertThat(late.hard()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Zustellung verzögert                  | true
            Remise retardée : Commande            | true
            Warning: Delay in message delivery    | true
            Delivery delayed: Order               | true
            Undeliverable: Your delayed order     | false
            Nicht zugestellt: Verzögerung         | false
            """)
    void a_subject_names_the_report_before_the_message(String subject, boolean late) {
        BounceRecipient recipient = only(subject, "kim@gone.example\n");
        assertThat(recipient.action() == BounceAction.DELAYED).isEqualTo(late);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kim@gone.example: 450 4.2.1 try again. Delivery was delayed, giving up after 5 days.",
                "kim@gone.example: delivery has been delayed; I'm not going to try again.",
                "Die Zustellung an kim@gone.example verzögerte sich und wurde aufgegeben.",
                "kim@gone.example: the message was delayed and refused: 550 5.7.1 blocked",
                "kim@gone.example: this account is not yet activated",
                "kim@gone.example: 550 5.1.1 user unknown. Hvis du vil prøve igen, så skriv.",
                "kim@gone.example: 550 5.1.1 user unknown. Kontrollera adressen innan du försöker försöka igen.",
                "kim@gone.example: 550 5.1.1 user unknown. Voit yrittää uudelleen.",
                "kim@gone.example: 550 5.1.1 user unknown. Check it before you will try again.",
                "kim@gone.example: 550 user unknown. The server will try again for others.",
                "Beskeden til kim@gone.example kom ikke frem. Hvis du vil prøve igen, så skriv.",
                "Viestiä ei voitu toimittaa: kim@gone.example. Voit yrittää uudelleen.",
                "No se pudo entregar el mensaje a kim@gone.example: el servidor se niega.",
                "El servidor nunca acepta el mensaje a kim@gone.example, es incapaz.",
                "Forsendelsen af din meddelelse til kim@gone.example mislykkedes.",
                "Az üzenet nem kézbesíthető: kim@gone.example, meg nem engedett cím.",
                "Your message to kim@gone.example failed: user unknown; sorry for any delay of your mail.",
                "Mail to kim@gone.example failed: user unknown, or it has not yet been created.",
                "Mail to kim@gone.example was refused with 550 and is not yet delivered.",
                "Your message was delayed for kim@gone.example. We have stopped trying.",
                "It was not delivered to kim@gone.example. You will try again later, no doubt.",
                "It was not delivered to kim@gone.example. We try for no more hours.",
                "Nicht zugestellt an kim@gone.example. Es gibt keine weitere Zustellversuche.",
                "Nicht zugestellt an kim@gone.example. Es wird nicht mehr weiterhin versucht.",
                "Non remis à kim@gone.example, sans nouvelles tentatives.",
                "Non remis à kim@gone.example, pas de nouvelles tentatives.",
                "No entregado a kim@gone.example. El servidor no volverá a intentarlo.",
                "No entregado a kim@gone.example. No se volverá a intentar.",
                "Non recapitato a kim@gone.example. Il server non riproverà.",
                "Não entregue a kim@gone.example. O servidor não tentará novamente.",
                "Nie dostarczono do kim@gone.example. Serwer nie ponowi próby.",
                "Не доставлено: kim@gone.example. Сервер не будет продолжать попытки.",
                "Zprávu nelze doručit: kim@gone.example. Server nebude pokračovat.",
                "Nu a fost livrat: kim@gone.example. Serverul nu va încerca din nou.",
                "Το μήνυμα δεν παραδόθηκε: kim@gone.example. Δεν θα προσπαθήσει ξανά.",
                "邮件无法送达 kim@gone.example，系统不会继续尝试。",
                "kim@gone.example 메일이 전송되지 않았습니다. 계속 시도하지 않습니다.",
                "Your message\n\n  Subject: The mail is delayed\n\nwas not delivered to kim@gone.example",
                "Your message \"My mail is delayed\" was not delivered to kim@gone.example\n\n"
                        + "--- original ---\nFrom: support@desk.example\nSubject: My mail is delayed\n"
            })
    void a_message_is_lost(String words) {
        assertThat(only("Undelivered", words).action()).isEqualTo(BounceAction.FAILED);
    }

    @Test
    void a_person_who_complains_of_a_delay_is_a_person() {
        String mail = "From: Kim <kim@customer.example>\nSubject: Delivery delayed\n\nMy order is delayed.\n";
        assertThat(MailInspector.standard()
                        .inspect(mail.getBytes(StandardCharsets.UTF_8))
                        .isBounce())
                .isFalse();
    }

    private static BounceRecipient only(String subject, String words) {
        String mail = HEAD + "Subject: " + subject + "\n\n" + words + "\n";
        return MailInspector.standard()
                .inspect(mail.getBytes(StandardCharsets.UTF_8))
                .bounce()
                .orElseThrow()
                .recipients()
                .get(0);
    }
}
