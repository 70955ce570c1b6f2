package dev.svar.mail;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reading receipts of programs that send them in words alone (Outlook and Exchange, Notes), not as RFC 8098 asks. */
final class ReceiptWords {
    private static final int MOST_READ = 2_000;

    /** What stands before the colon of their subjects. */
    private static final Set<String> SUBJECTS = Set.of(
            "read",
            "not read",
            "gelesen",
            "ungelesen",
            "nicht gelesen",
            "lu",
            "non lu",
            "leído",
            "leido",
            "no leído",
            "lida",
            "não lida",
            "lido",
            "letto",
            "non letto",
            "gelezen",
            "niet gelezen",
            "ongelezen",
            "läst",
            "oläst",
            "ej läst",
            "læst",
            "ulæst",
            "ikke læst",
            "lest",
            "ulest",
            "ikke lest",
            "luettu",
            "ei luettu",
            "przeczytane",
            "nieprzeczytane",
            "přečteno",
            "nepřečteno",
            "prečítané",
            "neprečítané",
            "elolvasva",
            "olvasatlan",
            "прочтено",
            "прочитано",
            "не прочтено",
            "не прочитано",
            "okundu",
            "okunmadı",
            "已读",
            "未读",
            "已讀",
            "未讀",
            "開封済み",
            "未開封",
            "읽음",
            "읽지 않음");

    /** What their subjects begin with where a program names itself a receipt. */
    private static final List<String> NAMES = List.of(
            "return receipt",
            "read receipt",
            "lesebestätigung",
            "empfangsbestätigung",
            "accusé de réception",
            "confirmation de lecture",
            "confirmación de lectura",
            "conferma di lettura",
            "ricevuta di ritorno",
            "confirmação de leitura",
            "leesbevestiging",
            "läskvitto",
            "lesebekreftelse",
            "kvittering for læsning");

    /** How their texts call the message that they are about. */
    private static final String MESSAGE = "(?:\\b(?:your (?:message|mail|e-?mail|document)|ihre (?:nachricht|e-?mail)"
            + "|(?:votre|ton) (?:message|courriel)|(?:su|tu|el) mensaje|(?:a sua|sua|a) mensagem"
            + "|(?:il tuo|il suo|il) messaggio|(?:uw|je|het) bericht|(?:ditt )?meddelande|(?:din|deres) besked"
            + "|(?:din|deres) meddelelse|meddelelsen|din melding|meldingen|viesti|wiadomość|zpráva|správa|üzenet"
            + "|сообщение|письмо|ileti)|邮件|郵件|メッセージ|メール|메시지|메일)";

    /** A stop behind a digit is that of a day's number. */
    private static final Pattern END_OF_SENTENCE = Pattern.compile("(?<!\\d)[.] |[!?] ");

    private static final String READ = "(?:\\b(was read on|was read at|was deleted without being read"
            + "|was received by:?|was displayed on"
            + "|wurde (am|um) .{5,60}(gelesen|gelöscht)|wurde ungelesen gelöscht|wurde (empfangen|angezeigt)"
            + "|a été (lue?|supprimée? sans (être|avoir été) lue?|reçue?) "
            + "|(se leyó|fue leído|se ha leído|ha sido leído|se eliminó sin leer|fue eliminado sin)"
            + "|foi (lida|lido|excluída sem|eliminada sem)|(è stato|è stata) (letto|letta|eliminat[oa] senza)"
            + "|(is|werd) (op .{5,60})?(gelezen|verwijderd zonder)"
            + "|(lästes|togs bort utan|har lästs)|(blev læst|blev slettet uden)|(ble lest|ble slettet uten)"
            + "|(luettiin|on luettu|poistettiin lukematta)|został[ao]? (przeczytan|usunięt)"
            + "|byl[ao]? (přečten|odstraněn)|bol[ao]? prečítan|(elolvas|olvasatlanul)"
            + "|был[ао]? (прочтено|прочитано|удалено)|tarihinde okundu|okunmadan silindi)"
            + "|已于.{1,40}(阅读|读取)|已於.{1,40}(讀取|閱讀)|に開封され|읽었습니다)";

    private static final Pattern SOUND = Pattern.compile(READ, Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern NAMED = Pattern.compile(MESSAGE, Pattern.UNICODE_CHARACTER_CLASS);

    private ReceiptWords() {}

    /** Whether the subject is that of a receipt; people begin subjects with "Read:" too, so that the text must say it. */
    static boolean name(String subject) {
        String plain = AwaySubjects.plain(subject);
        int colon = PlainWords.colon(plain, 0);
        return (colon > 0 && SUBJECTS.contains(plain.substring(0, colon).strip()))
                || NAMES.stream().anyMatch(name -> plain.startsWith(name) && ends(plain.substring(name.length())));
    }

    private static boolean ends(String rest) {
        String words = rest.strip();
        return words.isEmpty() || ":：([-–—".indexOf(words.charAt(0)) >= 0;
    }

    /** Whether the text says what became of a message. */
    static boolean say(String text) {
        String words = plain(text);
        return SOUND.matcher(words)
                .results()
                .anyMatch(read -> NAMED.matcher(sentence(words.substring(0, read.start())))
                        .find());
    }

    /** What the last sentence of these words says so far. */
    private static String sentence(String words) {
        int from = END_OF_SENTENCE.matcher(words).results().reduce(0, (last, end) -> end.end(), Math::max);
        return words.substring(from);
    }

    /** Whether the text says what became of something. */
    static boolean sound(String text) {
        return SOUND.matcher(plain(text)).find();
    }

    private static String plain(String text) {
        return PlainText.cut(text, MOST_READ).toLowerCase(Locale.ROOT).replaceAll("[\\h\\v]+", " ");
    }
}
