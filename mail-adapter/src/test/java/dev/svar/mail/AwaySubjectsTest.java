package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Subjects of those who are away, and of people who write about being away. */
class AwaySubjectsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Automatic reply: Order",
                "Automatinis atsakymas: Order",
                "Trả lời tự động: Order",
                "پاسخ خودکار: Order",
                "AUTO: Kim Lee is out of the office (returning 05/12/2024)",
                "Ich bin nicht im Büro",
                "Automatische Abwesenheitsnotiz: Order",
                "Abwesenheitsbenachrichtigung: Order",
                "Auto-Antwort: Order",
                "Mimo kancelárie: Order",
                "Balasan automatik: Order",
                "Erantzun automatikoa: Order",
                "【自動返信】Re: Order",
                "[Auto-Reply] AW: Order",
                "[부재중] Re: Order"
            })
    void some_subjects_stand_for_themselves(String subject) {
        assertThat(AwaySubjects.in(subject, false)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Auto-Reply] Order",
                "Notification d'absence: Order",
                "Message automatique : Order",
                "Mensaje automático: Order",
                "Wiadomość automatyczna: Order",
                "Message automatique : erreur 403",
                "Mensaje automático: error 500",
                "Mensagem automática: erro",
                "Messaggio automatico: errore",
                "Wiadomość automatyczna - błąd",
                "Avis d'absence: colis 123",
                "Avis d'absence du livreur",
                "Urlaubsnotiz: Bug",
                "Afwezigheidsmelding: werkt niet",
                "[부재중] 택배",
                "【自動返信】が届きました",
                "Vacation: Order",
                "Urlaub: Order",
                "Absent(e) : Order",
                "İzin: Order",
                "休暇中",
                "不在",
                "[Shop] Ferie: Order",
                "Fraværsassistent: Order",
                "Afwezigheidsassistent",
                "Semester",
                "Frånvaro: Order",
                "Poissaolo",
                "Assente: Order",
                "On leave: Order",
                "Nieobecność: Order",
                "Kim Lee is out of the office.",
                "Kim Lee ist außer Haus.",
                "Order (Away from the office)",
                "Order - Automatic reply",
                "Order 自动回复",
                "În concediu: Order",
                "Neprítomnosť",
                "Kim Lee is out of the office (returning 11/03/2024)",
                "Kim Lee ist außer Haus. (Rückkehr am 11.03.2024)",
                "Kim Lee est absent(e) du bureau (retour 11/03/2024)"
            })
    void others_need_an_answer_around_them(String subject) {
        assertThat(AwaySubjects.in(subject, true)).isPresent();
        assertThat(AwaySubjects.in(subject, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Re: Kim Lee is out of the office",
                "Re: Automatic reply",
                "Vacationers cannot log in",
                "My automatic reply does not work",
                "[Ferie] Booking is missing",
                "[Abwesenheit] Export fails",
                "Antw: Kim Lee is out of the office",
                "RE : Kim Lee is away",
                "回复：Kim Lee is away",
                "The door (out of office hours)",
                "Kim Lee is out of the office key (red)",
                "Re: Kim Lee is out of the office (until Monday)",
                "【Ferie】Booking is missing"
            })
    void people_answer_them_and_write_about_them(String subject) {
        assertThat(AwaySubjects.in(subject, true)).isEmpty();
        assertThat(AwaySubjects.in(subject, false)).isEmpty();
    }
}
