package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How mail programs of many languages begin the subject of an automatic answer. */
class AwayLanguagesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Automatic reply until Monday: Order",
                "Out of the office from 5 May",
                "Out of Office AutoReply: Order",
                "Ich bin nicht im Büro bis 5. Mai",
                "Abwesenheitsnotiz: Bestellung",
                "Automatische Antwort: Bestellung",
                "Réponse automatique : Commande",
                "Message d’absence : Commande",
                "Absence du bureau",
                "Respuesta automática: Pedido",
                "Fuera de la oficina: Pedido",
                "Resposta automática: Encomenda",
                "Resposta automàtica: Comanda",
                "Risposta automatica: Ordine",
                "Fuori sede: Ordine",
                "Automatisch antwoord: Bestelling",
                "Autosvar: Beställning",
                "Automatisk svar: Ordre",
                "Automaattinen vastaus: Tilaus",
                "Sjálfvirkt svar: Pöntun",
                "Odpowiedź automatyczna: Zamówienie",
                "Poza biurem: Zamówienie",
                "Automatická odpověď: Objednávka",
                "Automatická odpoveď: Objednávka",
                "Automatikus válasz: Rendelés",
                "Házon kívül: Rendelés",
                "Automatski odgovor: Narudžba",
                "Samodejni odgovor: Naročilo",
                "Automātiska atbilde: Pasūtījums",
                "Automaatvastus: Tellimus",
                "Răspuns automat: Comandă",
                "Otomatik yanıt: Sipariş",
                "İş yeri dışında: Sipariş",
                "Автоответ: Заказ",
                "Автоматический ответ: Заказ",
                "Нет на месте: Заказ",
                "Автоматична відповідь: Замовлення",
                "Автоматичен отговор: Поръчка",
                "Аутоматски одговор: Поруџбина",
                "Αυτόματη απάντηση: Παραγγελία",
                "رد تلقائي: طلب",
                "מענה אוטומטי: הזמנה",
                "स्वचालित उत्तर: आदेश",
                "ตอบกลับอัตโนมัติ: คำสั่งซื้อ",
                "Balasan otomatis: Pesanan",
                "自动回复：订单",
                "自动答复: 订单",
                "自動回覆：訂單",
                "自動応答: 注文",
                "自動返信：注文",
                "자동 회신: 주문",
                "자동 응답: 주문"
            })
    void a_machine_is_known_by_how_its_subject_begins(String subject) {
        assertThat(AwaySubjects.in(subject, false)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "부재중입니다",
                "AUTO:Kim Lee is out of the office",
                "I’m out of the office",
                "Kim Lee ist im Urlaub",
                "Kim Lee ist nicht im Büro",
                "Kim Lee est absent(e)",
                "Kim Lee is on vacation!",
                "Order - Out of Office"
            })
    void what_people_write_too_is_a_machine_s_in_an_answer(String subject) {
        assertThat(AwaySubjects.in(subject, true)).isPresent();
        assertThat(AwaySubjects.in(subject, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[Automatic reply] Order", "[OUT OF OFFICE] Order", "[Automatische Antwort] Bestellung"})
    void so_it_is_by_a_tag_that_says_nothing_else(String subject) {
        assertThat(AwaySubjects.in(subject, true)).isPresent();
        assertThat(AwaySubjects.in(subject, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[Automatic reply module] Export fails", "[Auto] Order", "[] Order", "[Out of office"})
    void but_not_by_the_name_of_a_list_or_a_project(String subject) {
        assertThat(AwaySubjects.in(subject, false)).isEmpty();
        assertThat(AwaySubjects.in(subject, true)).isEmpty();
    }
}
