package dev.svar.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

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
            "out of office",
            "out of the office",
            "out-of-office",
            "ooo",
            "away from the office",
            "away from my mail",
            "away from my email",
            "vacation reply",
            "i am out of",
            "i'm out of",
            "i am away",
            "away until",
            "automatski odgovor",
            "samodejni odgovor",
            "automatinis atsakymas",
            "automātiska atbilde",
            "automātiskā atbilde",
            "automaatvastus",
            "automaatne vastus",
            "автоматичен отговор",
            "аутоматски одговор",
            "автоматски одговор",
            "trả lời tự động",
            "phản hồi tự động",
            "ตอบกลับอัตโนมัติ",
            "การตอบกลับอัตโนมัติ",
            "balasan otomatis",
            "balasan automatik",
            "jawaban otomatis",
            "resposta automàtica",
            "erantzun automatikoa",
            "sjálfvirkt svar",
            "پاسخ خودکار",
            "स्वचालित उत्तर",
            "स्वचालित जवाब",
            "automatická odpoveď",
            "mimo kancelárie",
            "ich bin nicht im büro",
            "ich bin im urlaub",
            "außer haus",
            "afwezigheidsbericht",
            "frånvaromeddelande",
            "fraværsbesked",
            "poissaoloilmoitus",
            "poissaoloviesti",
            "отсутствие на рабочем",
            "automatisk svar",
            "autosvar",
            "automatiskt svar",
            "automaattinen vastaus",
            "automaattivastaus",
            "fraværsmelding",
            "ikke på kontoret",
            "ikke til stede",
            "abwesenheitsnotiz",
            "abwesenheitsmeldung",
            "abwesenheitsnachricht",
            "abwesenheitsbenachrichtigung",
            "automatische abwesenheitsnotiz",
            "automatische abwesenheit",
            "urlaubsbenachrichtigung",
            "auto-antwort",
            "automatische antwort",
            "automatische rückantwort",
            "nicht im büro",
            "réponse automatique",
            "reponse automatique",
            "absence du bureau",
            "absent du bureau",
            "message d'absence",
            "réponse d'absence",
            "respuesta automática",
            "respuesta automatica",
            "fuera de la oficina",
            "fuera de oficina",
            "resposta automática",
            "resposta automatica",
            "fora do escritório",
            "risposta automatica",
            "fuori sede",
            "fuori ufficio",
            "automatisch antwoord",
            "odpowiedź automatyczna",
            "automatyczna odpowiedź",
            "autoodpowiedź",
            "poza biurem",
            "automatická odpověď",
            "automaticka odpoved",
            "mimo kancelář",
            "otomatik yanıt",
            "otomatik cevap",
            "ofis dışında",
            "iş yeri dışında",
            "automatikus válasz",
            "automatikus válaszüzenet",
            "házon kívül",
            "irodán kívül",
            "automatikus valasz",
            "автоответ",
            "автоматический ответ",
            "автоматична відповідь",
            "автовідповідь",
            "нет на месте",
            "вне офиса",
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
            "자동 회신",
            "자동회신",
            "자동 응답",
            "자동응답");

    /** Words that tickets are about as well: only an answer shows by them that a machine gave it. */
    private static final List<String> IN_ANSWERS = List.of(
            "auto:",
            "autoresponder",
            "afwezigheidsmelding",
            "urlaubsnotiz",
            "notification d'absence",
            "avis d'absence",
            "message automatique",
            "mensaje automático",
            "mensaje automatico",
            "mensagem automática",
            "messaggio automatico",
            "wiadomość automatyczna",
            "on vacation",
            "on leave",
            "on annual leave",
            "on holiday",
            "absence notice",
            "vacation notice",
            "afwezigheidsassistent",
            "fraværsassistent",
            "abwesenheitsassistent",
            "poissaolo",
            "poissa",
            "fravær",
            "fraværende",
            "frånvaro",
            "frånvarande",
            "ferie",
            "på ferie",
            "bortrest",
            "semester",
            "abwesend",
            "abwesenheit",
            "im urlaub",
            "en congé",
            "de vacaciones",
            "ausência temporária",
            "assente",
            "afwezig",
            "afwezigheid",
            "niet aanwezig",
            "nieobecność",
            "nepřítomnost",
            "neprítomnosť",
            "în concediu",
            "in concediu",
            "в отпуске",
            "у відпустці",
            "不在",
            "부재중",
            "vacation",
            "absence",
            "absent",
            "urlaub",
            "congés",
            "vacaciones",
            "férias",
            "izin",
            "відпустка",
            "отпуск",
            "休假",
            "休暇",
            "外出");

    /** How the subjects end that name who is away: "Kim Lee is out of the office". */
    private static final List<String> ENDS = List.of(
            " is out of the office",
            " is out of office",
            " is away",
            " is on vacation",
            " ist außer haus",
            " ist nicht im büro",
            " ist im urlaub",
            " est absent",
            " est absent(e)",
            " est absent(e) du bureau",
            " est absent du bureau",
            " está ausente",
            " está fuera de la oficina",
            " è assente",
            " è fuori ufficio",
            " is afwezig",
            " är på semester",
            " er på ferie",
            " on lomalla",
            " jest na urlopie",
            " 自动回复",
            " 自動回覆",
            " 自動返信",
            " 자동 회신",
            " (out of office)",
            " (out of the office)",
            " (away from the office)",
            " (automatic reply)",
            " - out of office",
            " - automatic reply",
            " - auto reply");

    /** What a tag may say in an answer, or before a reply. Lists and projects are called after the rest. */
    private static final List<String> TAGS = List.of(
            "automatic reply",
            "automatic response",
            "automated reply",
            "automated response",
            "auto reply",
            "auto-reply",
            "autoreply",
            "auto response",
            "auto-response",
            "autoresponse",
            "out of office",
            "out of the office",
            "out-of-office",
            "automatische antwort",
            "réponse automatique",
            "respuesta automática",
            "resposta automática",
            "risposta automatica",
            "automatisch antwoord",
            "automatiskt svar",
            "automatisk svar",
            "autosvar",
            "automaattinen vastaus",
            "odpowiedź automatyczna",
            "automatyczna odpowiedź",
            "automatická odpověď",
            "otomatik yanıt",
            "automatikus válasz",
            "автоответ",
            "автоматический ответ",
            "自动回复",
            "自動回覆",
            "自動返信",
            "自動応答",
            "자동 회신",
            "자동회신",
            "자동 응답",
            "자동응답",
            "부재중");

    private static final Pattern ANSWERS = Pattern.compile("(?!auto:)\\p{L}{1,6}\\s?[:：].*");

    private AwaySubjects() {}

    /**
     * The beginning that shows it. A person may begin a subject so too; then the words go on. An answer, or a mail that
     * asks for no automatic answer, needs no more than the beginning.
     */
    static Optional<String> in(String subject, boolean supported) {
        String plain = plain(subject);
        String bare = withoutTag(plain);
        Optional<String> said = BEGINNINGS.stream()
                .filter(bare::startsWith)
                .filter(beginning -> supported ? isWhole(bare, beginning.length()) : ends(bare, beginning.length()))
                .findFirst();
        String tag = tag(plain);
        boolean tagged = supported || bare.isEmpty() || DoubtfulAnswers.isReply(bare);
        return said.or(() -> TAGS.stream().filter(t -> tagged && tag.equals(t)).findFirst())
                .or(() -> supported ? inAnswer(bare) : Optional.empty())
                .or(() -> bare.startsWith("auto: ")
                        ? ENDS.stream().filter(bare::contains).findFirst()
                        : Optional.empty());
    }

    /** A subject as it is compared. */
    static String plain(String subject) {
        return subject.strip()
                .toLowerCase(Locale.ROOT)
                .replace("\u0307", "")
                .replace('’', '\'')
                .replace('\u00a0', ' ')
                .replace('【', '[')
                .replace('】', ']');
    }

    /** What stands in brackets in front of a plain subject; nothing if there are none. */
    static String tag(String plain) {
        int bracket = plain.startsWith("[") ? plain.indexOf(']') : -1;
        return bracket > 0 ? plain.substring(1, bracket).strip() : "";
    }

    /** A plain subject without what stands in brackets in front. */
    static String withoutTag(String plain) {
        int bracket = plain.startsWith("[") ? plain.indexOf(']') : -1;
        return bracket > 0 ? plain.substring(bracket + 1).strip() : plain;
    }

    private static Optional<String> inAnswer(String subject) {
        boolean answers = ANSWERS.matcher(subject).matches();
        String whole = withoutStop(subject);
        String end = withoutStop(withoutRemark(subject));
        return IN_ANSWERS.stream()
                .filter(word -> subject.startsWith(word) && isWhole(subject, word.length()))
                .findFirst()
                .or(() -> ENDS.stream()
                        .filter(e -> !answers && (whole.endsWith(e) || end.endsWith(e)))
                        .findFirst()
                        .map(String::strip));
    }

    private static String withoutStop(String subject) {
        return subject.endsWith(".") || subject.endsWith("!") ? subject.substring(0, subject.length() - 1) : subject;
    }

    /** Who is away may say in brackets until when. */
    private static String withoutRemark(String subject) {
        int open = subject.endsWith(")") ? subject.lastIndexOf('(') : -1;
        return open > 0 ? subject.substring(0, open).strip() : subject;
    }

    /** Whether a word ends there, as far as the script has words. */
    private static boolean isWhole(String subject, int at) {
        return at == subject.length()
                || !Character.isLetter(subject.charAt(at))
                || Character.isIdeographic(subject.charAt(at - 1))
                || Character.UnicodeScript.of(subject.charAt(at - 1)) == Character.UnicodeScript.HANGUL;
    }

    /** Whether a subject ends there, or something follows that people put behind no words of theirs. */
    static boolean ends(String subject, int at) {
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
