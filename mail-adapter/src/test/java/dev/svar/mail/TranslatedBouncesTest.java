package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.Address;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports in words of many languages, without a code that programs could read. */
class TranslatedBouncesTest {
    private static final String SYSTEM = "Return-Path: <>\nFrom: Mail system <postmaster@x.example>\n"
            + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\nSubject: %s\n\n%s";
    private static final Address LOST = Address.mail("lost@far.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "** Adresse nicht gefunden ** Ihre Nachricht wurde nicht an lost@far.example zugestellt",
                "** Adresse introuvable ** Votre message n'a pas été remis à lost@far.example",
                "** No se ha encontrado la dirección ** Tu mensaje no se ha entregado a lost@far.example",
                "** Endereço não encontrado ** Sua mensagem não foi entregue a lost@far.example",
                "** Indirizzo non trovato ** Il tuo messaggio non è stato recapitato a lost@far.example",
                "** Adres niet gevonden ** Je bericht is niet bezorgd bij lost@far.example",
                "** Nie znaleziono adresu ** Wiadomość nie została dostarczona do lost@far.example",
                "** Adressen hittades inte ** Meddelandet har inte levererats till lost@far.example",
                "** Finner ikke adressen ** Meldingen ble ikke levert til lost@far.example",
                "** Adressen blev ikke fundet ** Din besked blev ikke leveret til lost@far.example",
                "** Osoitetta ei löydy ** Viestiäsi ei toimitettu osoitteeseen lost@far.example",
                "** Адрес не найден ** Ваше письмо не доставлено по адресу lost@far.example",
                "** Adres bulunamadı ** İletiniz lost@far.example adresine teslim edilmedi",
                "** Adresa nebyla nalezena ** Zpráva na adresu lost@far.example nebyla doručena",
                "** A cím nem található ** Üzenetét nem sikerült kézbesíteni a(z) lost@far.example címre",
                "** Adresa nu a fost găsită ** Mesajul nu a fost livrat la lost@far.example",
                "** Η διεύθυνση δεν βρέθηκε ** Το μήνυμά σας δεν παραδόθηκε στη διεύθυνση lost@far.example",
                "** アドレス不明 ** lost@far.example は見つからないため、メールは配信されませんでした。",
                "** 找不到地址 ** 系统找不到地址 lost@far.example ，因此您的邮件未送达。",
                "** 주소를 찾을 수 없음 ** lost@far.example 메일이 전송되지 않았습니다.",
                "** لم يتم العثور على العنوان ** تعذّر تسليم رسالتك إلى lost@far.example",
                "** הכתובת לא נמצאה ** ההודעה לא נמסרה אל lost@far.example"
            })
    void an_address_that_nobody_has_is_told_in_many_languages(String words) {
        BounceRecipient lost = only("Delivery Status Notification (Failure)", words);
        assertThat(lost.address()).contains(LOST);
        assertThat(lost.cause()).isEqualTo(BounceCause.NO_SUCH_USER);
        assertThat(lost.hard()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kan ikke leveres: Ordre",
                "Ei voi toimittaa: Tilaus",
                "Niedostarczone: Zamówienie",
                "Kézbesíthetetlen: Rendelés",
                "배달되지 않음: 주문",
                "Δεν είναι δυνατή η παράδοση: Παραγγελία",
                "تعذر التسليم: طلب",
                "לא ניתן למסירה: הזמנה",
                "Imposibil de livrat: Comandă",
                "未送达: 订单",
                "Mancata consegna",
                "Não é possível entregar: Pedido",
                "Nao e possivel entregar: Pedido"
            })
    void the_subjects_of_a_mail_system_tell_a_report_in_many_languages(String subject) {
        BounceRecipient lost =
                only(subject, "lost@far.example\nRemote Server returned '550 5.1.10 RecipientNotFound'\n");
        assertThat(lost.address()).contains(LOST);
        assertThat(lost.status()).isEqualTo("5.1.10");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ** Recipient inbox full ** Your message couldn't be delivered to lost@far.example.      | 4.2.2
            ** Posteingang des Empfängers voll ** Konnte nicht an lost@far.example zugestellt werden | 4.2.2
            Not delivered to lost@far.example: 552 mailbox full                                      | 5.2.2
            """)
    void a_full_mailbox_is_not_final_unless_a_code_says_so(String words, String status) {
        BounceRecipient full = only("Delivery Status Notification (Failure)", words);
        assertThat(full.cause()).isEqualTo(BounceCause.MAILBOX_FULL);
        assertThat(full.status()).isEqualTo(status);
        assertThat(full.hard()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            550 Nie ma takiego uzytkownika                               | NO_SUCH_USER  | true
            550 Нет такого пользователя                                  | NO_SUCH_USER  | true
            nincs ilyen felhasználó                                      | NO_SUCH_USER  | true
            böyle bir kullanıcı yok                                      | NO_SUCH_USER  | true
            boyle bir kullanici yok                                      | NO_SUCH_USER  | true
            käyttäjää ei ole                                             | NO_SUCH_USER  | true
            ο χρήστης δεν υπάρχει                                        | NO_SUCH_USER  | true
            המשתמש אינו קיים                                             | NO_SUCH_USER  | true
            casella inesistente                                          | NO_SUCH_USER  | true
            dominio inesistente                                          | NO_SUCH_HOST  | true
            550 User mailbox over size limit                             | MAILBOX_FULL  | false
            552 Mailbox limit exeeded for this email address             | MAILBOX_FULL  | false
            522 5.7.1 Message exceeds the recipient's quota              | MAILBOX_FULL  | false
            skrzynka jest przepełniona                                   | MAILBOX_FULL  | false
            postkassen er fuld                                           | MAILBOX_FULL  | false
            de mailbox is vol                                            | MAILBOX_FULL  | false
            550 5.4.312 Message expired, DNS query failed(ServerFailure) | NETWORK       | false
            550 5.4.310 DNS domain does not exist                        | NO_SUCH_HOST  | true
            550 5.7.1 Client host blocked using Spamhaus                 | POLICY        | false
            550 5.1.3 see www.spamhaus.example/query                     | POLICY        | false
            550 5.7.1 this is spam                                       | SPAM          | false
            """)
    void the_cause_is_told_with_and_without_accents(String words, BounceCause cause, boolean hard) {
        BounceRecipient lost = only("Undelivered mail", "<lost@far.example>: " + words);
        assertThat(lost.cause()).isEqualTo(cause);
        assertThat(lost.hard()).isEqualTo(hard);
    }

    @Test
    void the_subject_tells_that_a_message_is_late_whatever_the_words() {
        BounceRecipient late = only(
                "Delivery Status Notification (Delay)",
                "** Zustellung unvollständig ** Ihre Nachricht an lost@far.example");
        assertThat(late.action()).isEqualTo(BounceAction.DELAYED);
        assertThat(late.status()).startsWith("4");
    }

    @Test
    void words_count_around_the_address_too() {
        assertThat(only("Undelivered mail", "<lost@far.example>: 550 mailbox lost@far.example unavailable")
                        .cause())
                .isEqualTo(BounceCause.NO_SUCH_USER);
    }

    @Test
    void a_turkish_capital_hides_no_word() {
        assertThat(inspect("İletilemedi: Sipariş", "lost@far.example").isBounce())
                .isTrue();
    }

    @Test
    void a_reading_receipt_in_words_is_no_bounce() {
        String words = "Your message\n\nTo: Support\nSubject: Order\nSent: Thursday\n\nwas read on Thursday.\n";
        assertThat(inspect("Read: Order", words).isBounce()).isFalse();
    }

    private static BounceRecipient only(String subject, String words) {
        return inspect(subject, words).bounce().orElseThrow().recipients().get(0);
    }

    private static MailReading inspect(String subject, String words) {
        String mail = String.format(Locale.ROOT, SYSTEM, subject, words);
        return MailInspector.standard().inspect(mail.getBytes(StandardCharsets.UTF_8));
    }
}
