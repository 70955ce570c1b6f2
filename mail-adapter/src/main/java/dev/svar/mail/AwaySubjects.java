package dev.svar.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Subjects of answers that machines give for people who are away, in many languages. */
final class AwaySubjects {
    private static final List<String> BEGINNINGS = List.of(
            "automatic reply",
            "auto reply",
            "auto-reply",
            "autoreply",
            "auto response",
            "auto-response",
            "autoresponse",
            "automated reply",
            "automated response",
            "automatic response",
            "autoresponder",
            "out of office",
            "out of the office",
            "out-of-office",
            "ooo",
            "away from the office",
            "away from my mail",
            "away from my email",
            "on vacation",
            "vacation reply",
            "vacation notice",
            "i am out of",
            "i'm out of",
            "i am away",
            "away until",
            "on leave",
            "on annual leave",
            "on holiday",
            "absence notice",
            "automatisk svar",
            "autosvar",
            "automatiskt svar",
            "automaattinen vastaus",
            "automaattivastaus",
            "poissaolo",
            "poissa",
            "fravær",
            "fraværsmelding",
            "fraværende",
            "frånvaro",
            "frånvarande",
            "ikke på kontoret",
            "ikke til stede",
            "ferie",
            "på ferie",
            "bortrest",
            "semester",
            "abwesend",
            "abwesenheitsnotiz",
            "abwesenheitsmeldung",
            "abwesenheitsnachricht",
            "abwesenheit",
            "automatische antwort",
            "automatische rückantwort",
            "nicht im büro",
            "im urlaub",
            "réponse automatique",
            "reponse automatique",
            "absence du bureau",
            "absent du bureau",
            "message d'absence",
            "en congé",
            "respuesta automática",
            "respuesta automatica",
            "fuera de la oficina",
            "fuera de oficina",
            "de vacaciones",
            "resposta automática",
            "resposta automatica",
            "fora do escritório",
            "ausência temporária",
            "risposta automatica",
            "fuori sede",
            "fuori ufficio",
            "assente",
            "automatisch antwoord",
            "afwezig",
            "afwezigheid",
            "niet aanwezig",
            "odpowiedź automatyczna",
            "automatyczna odpowiedź",
            "autoodpowiedź",
            "nieobecność",
            "poza biurem",
            "automatická odpověď",
            "automaticka odpoved",
            "mimo kancelář",
            "nepřítomnost",
            "otomatik yanıt",
            "otomatik cevap",
            "ofis dışında",
            "iş yeri dışında",
            "automatikus válasz",
            "házon kívül",
            "irodán kívül",
            "automatikus valasz",
            "автоответ",
            "автоматический ответ",
            "автоматична відповідь",
            "нет на месте",
            "вне офиса",
            "в отпуске",
            "răspuns automat",
            "raspuns automat",
            "absent de la birou",
            "αυτόματη απάντηση",
            "εκτός γραφείου",
            "رد تلقائي",
            "الرد التلقائي",
            "מענה אוטומטי",
            "תשובה אוטומטית",
            "自动回复",
            "自動回覆",
            "自動回复",
            "自动答复",
            "自動応答",
            "自動返信",
            "不在",
            "자동 회신",
            "자동 응답",
            "부재중");

    private AwaySubjects() {}

    /**
     * The beginning that shows it. A person may begin a subject so too; then the words go on. An answer, or a mail that
     * asks for no automatic answer, needs no more than the beginning.
     */
    static Optional<String> in(String subject, boolean supported) {
        String plain =
                subject.strip().toLowerCase(Locale.ROOT).replace('’', '\'').replace('\u00a0', ' ');
        String bare = plain.startsWith("[") && plain.indexOf(']') > 0
                ? plain.substring(plain.indexOf(']') + 1).strip()
                : plain;
        return BEGINNINGS.stream()
                .filter(bare::startsWith)
                .filter(beginning -> supported ? isWhole(bare, beginning.length()) : ends(bare, beginning.length()))
                .findFirst();
    }

    /** Whether a word ends there, as far as the script has words. */
    private static boolean isWhole(String subject, int at) {
        return at == subject.length()
                || !Character.isLetter(subject.charAt(at))
                || Character.isIdeographic(subject.charAt(at - 1))
                || Character.UnicodeScript.of(subject.charAt(at - 1)) == Character.UnicodeScript.HANGUL;
    }

    private static boolean ends(String subject, int at) {
        String rest = subject.substring(at).strip();
        return rest.isEmpty() || ":-–—!.([*|：".indexOf(rest.charAt(0)) >= 0 || names(rest);
    }

    private static boolean names(String rest) {
        return List.of(
                        "autoreply:",
                        "reply:",
                        "re:",
                        "until ",
                        "from ",
                        "message",
                        "notification",
                        "bis ",
                        "du ",
                        "von ")
                .stream()
                .anyMatch(rest::startsWith);
    }
}
