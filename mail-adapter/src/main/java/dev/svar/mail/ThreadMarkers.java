package dev.svar.mail;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The lines that mail programs write between a reply and the thread below it, in many languages. Looks at single lines
 * of bounded length only, so that its time grows with the text alone.
 */
final class ThreadMarkers {
    private static final int MAX_LINE_LENGTH = 400;
    private static final int MAX_ATTRIBUTION_LINES = 4;
    private static final int HEADER_BLOCK_LINES = 6;
    private static final int MAX_DEVICE_LINE_LENGTH = 80;
    private static final int MAX_DEVICE_WORDS = 8;

    private static final List<String> WROTE = List.of(
            "wrote",
            "skrev",
            "kirjoitti",
            "írta",
            "пишет",
            "написал",
            "написала",
            "писал",
            "писала",
            "schrieb",
            "a écrit",
            "escribió",
            "ha scritto",
            "schreef",
            "napisał",
            "napisała",
            "escreveu",
            "skrifaði",
            "napsal",
            "napsala",
            "yazdı",
            "написав",
            "написала",
            "a scris",
            "va escriure",
            "scrisse",
            "het volgende geschreven");

    private static final List<String> OPENERS = List.of(
            "on ", "am ", "den ", "le ", "el ", "il ", "op ", "em ", "w dniu", "dnia ", "på ", "om ", "ons ", "ma ",
            "ti ", "ke ", "to ", "pe ", "la ", "su ", "man ", "tir ", "tor ", "fre ", "lör ", "sön ", "lør ", "søn ",
            "mån ", "tis ", "în ", "dne ", "kl. ", "пн,", "вт,", "ср,", "чт,", "пт,", "сб,", "вс,");

    private static final Set<String> FROM = Set.of(
            "from",
            "fra",
            "från",
            "lähettäjä",
            "feladó",
            "от",
            "от кого",
            "von",
            "de",
            "da",
            "van",
            "od",
            "gönderen",
            "від",
            "发件人",
            "差出人");

    private static final Set<String> OTHER_FIELDS = Set.of(
            "sent",
            "date",
            "to",
            "cc",
            "reply-to",
            "sendt",
            "dato",
            "til",
            "kopi",
            "skickat",
            "datum",
            "till",
            "kopia",
            "lähetetty",
            "päivämäärä",
            "päiväys",
            "vastaanottaja",
            "kopio",
            "elküldve",
            "dátum",
            "küldve",
            "címzett",
            "másolatot kap",
            "отправлено",
            "дата",
            "кому",
            "копия",
            "gesendet",
            "an",
            "envoyé",
            "envoyé le",
            "à",
            "enviado",
            "enviado el",
            "fecha",
            "para",
            "inviato",
            "data",
            "a",
            "verzonden",
            "aan",
            "wysłano",
            "do",
            "enviada em",
            "copie",
            "copie à",
            "répondre à",
            "发送时间",
            "收件人",
            "日期",
            "抄送",
            "送信日時",
            "宛先");

    private static final Set<String> SUBJECT = Set.of(
            "subject",
            "emne",
            "ämne",
            "aihe",
            "tárgy",
            "тема",
            "betreff",
            "objet",
            "sujet",
            "asunto",
            "oggetto",
            "onderwerp",
            "temat",
            "assunto",
            "主题",
            "件名");

    private static final Set<String> ORIGINAL = Set.of(
            "original message",
            "original-nachricht",
            "opprinnelig melding",
            "opprinnelig e-post",
            "ursprungligt meddelande",
            "originalmeddelande",
            "oprindelig meddelelse",
            "original meddelelse",
            "oprindelig besked",
            "alkuperäinen viesti",
            "eredeti üzenet",
            "исходное сообщение",
            "пересланное сообщение",
            "ursprüngliche nachricht",
            "ursprüngliche mitteilung",
            "message d'origine",
            "message d’origine",
            "message original",
            "mensaje original",
            "messaggio originale",
            "oorspronkelijk bericht",
            "mensagem original",
            "wiadomość oryginalna",
            "reply message",
            "original appointment");

    private static final Set<String> FORWARDED = Set.of(
            "forwarded message",
            "forwarded mail",
            "original message forwarded",
            "videresendt melding",
            "videresendt meddelelse",
            "videresendt besked",
            "vidarebefordrat meddelande",
            "vidarebefordrat brev",
            "välitetty viesti",
            "edelleenlähetetty viesti",
            "továbbított üzenet",
            "továbbított levél",
            "пересылаемое сообщение",
            "пересланное сообщение",
            "weitergeleitete nachricht",
            "message transféré",
            "mensaje reenviado",
            "messaggio inoltrato",
            "doorgestuurd bericht",
            "begin forwarded message",
            "start på videresendt melding",
            "begynnelse på videresendt melding",
            "start på videresendt besked",
            "vidarebefordrat mejl",
            "anfang der weitergeleiteten nachricht",
            "välitetty viesti alkaa");

    private static final List<String> DEVICE = List.of(
            "sent from my ",
            "sent from mail for ",
            "sent from outlook for ",
            "sent from yahoo mail",
            "sent via ",
            "get outlook for ",
            "sendt fra min ",
            "sendt fra mail ",
            "sendt fra outlook",
            "hent outlook for ",
            "få outlook for ",
            "last ned outlook",
            "skickat från min ",
            "skickat från mail ",
            "skickat från outlook",
            "skickades från min ",
            "hämta outlook för",
            "lähetetty laitteesta",
            "lähetetty iphonesta",
            "lähetetty sähköpostista",
            "lähetetty puhelimesta",
            "hanki outlook",
            "elküldve ",
            "az iphone-omról küldve",
            "iphone-omról küldve",
            "androidos telefonomról küldve",
            "отправлено с ",
            "отправлено из ",
            "von meinem iphone gesendet",
            "von meinem ipad gesendet",
            "gesendet von ",
            "gesendet mit ",
            "diese nachricht wurde von meinem",
            "holen sie sich outlook",
            "envoyé de mon ",
            "envoyé depuis ",
            "enviado desde mi ",
            "enviado do meu ",
            "inviato da ",
            "verstuurd vanaf ",
            "wysłane z ");

    private ThreadMarkers() {}

    /** Whether the line is quoted with {@code >}. */
    static boolean isQuoted(String line) {
        int at = 0;
        while (at < line.length() && at < 4 && (line.charAt(at) == ' ' || line.charAt(at) == '\u00A0')) {
            at++;
        }
        return at < line.length() && line.charAt(at) == '>';
    }

    /** How many lines from this one on say who wrote what follows ("On … wrote:"); 0 if they do not. */
    static int attribution(String[] lines, int at) {
        boolean dated = lines[at].chars().anyMatch(c -> c == '@' || isDigit(c));
        if (!dated || isQuoted(lines[at])) {
            return 0;
        }
        StringBuilder joined = new StringBuilder();
        for (int n = 0; n < MAX_ATTRIBUTION_LINES && at + n < lines.length; n++) {
            String line = lines[at + n].strip();
            boolean over = line.isEmpty() || isQuoted(line) || joined.length() + line.length() > MAX_LINE_LENGTH;
            if (over) {
                return 0;
            }
            joined.append(n > 0 ? " " : "").append(line);
            if (saysWho(joined.toString())) {
                return n + 1;
            }
            boolean mayGoOn = opens(joined.toString());
            if (!mayGoOn) {
                return 0;
            }
        }
        return 0;
    }

    private static boolean saysWho(String line) {
        boolean colon = line.endsWith(":") || line.endsWith("：") || line.endsWith(":*");
        boolean signed = line.endsWith(">:") && line.lastIndexOf('@') > line.lastIndexOf('<');
        if (signed && hasTime(line)) {
            return true;
        }
        String low = line.toLowerCase(Locale.ROOT);
        if (!colon) {
            return line.indexOf('@') > 0
                    && hasTime(line)
                    && opens(line)
                    && WROTE.stream().anyMatch(low::endsWith);
        }
        return low.chars().anyMatch(c -> c == '@' || isDigit(c))
                && WROTE.stream().anyMatch(verb -> containsWord(low, verb));
    }

    /** Whether a time of day such as 10:30 or 10.30 stands in the line. */
    private static boolean hasTime(String line) {
        for (int i = 1; i + 2 < line.length(); i++) {
            boolean divider = line.charAt(i) == ':' || line.charAt(i) == '.';
            if (divider && isDigit(line.charAt(i - 1)) && isDigit(line.charAt(i + 1)) && isDigit(line.charAt(i + 2))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean opens(String line) {
        String low = line.toLowerCase(Locale.ROOT);
        boolean opened = isDigit(low.charAt(0)) || OPENERS.stream().anyMatch(low::startsWith);
        return opened && low.chars().anyMatch(ThreadMarkers::isDigit);
    }

    private static boolean containsWord(String low, String word) {
        int at = low.indexOf(word);
        while (at >= 0) {
            int end = at + word.length();
            boolean before = at == 0 || !Character.isLetter(low.charAt(at - 1));
            boolean after = end == low.length() || !Character.isLetter(low.charAt(end));
            if (before && after) {
                return true;
            }
            at = low.indexOf(word, end);
        }
        return false;
    }

    /**
     * Whether a block of mail header lines (From, Sent, To, Subject) begins here, as Outlook writes it. People fill in
     * "From: Oslo, To: Bergen" too, so it needs a subject or a sender with an address.
     */
    static boolean isHeaderBlock(String[] lines, int at) {
        String first = field(lines[at]);
        if (!FROM.contains(first) && !OTHER_FIELDS.contains(first) && !SUBJECT.contains(first)) {
            return false;
        }
        boolean from = false;
        boolean mail = false;
        int fields = 0;
        int seen = 0;
        for (int i = at; i < lines.length && seen < HEADER_BLOCK_LINES; i++) {
            String field = field(lines[i]);
            if (FROM.contains(field)) {
                from = true;
                mail |= lines[i].indexOf('@') > 0;
            } else if (SUBJECT.contains(field)) {
                mail = true;
                fields++;
            } else if (OTHER_FIELDS.contains(field)) {
                fields++;
            } else if (lines[i].isBlank() && seen > 2) {
                break;
            }
            seen += lines[i].isBlank() ? 0 : 1;
        }
        return from && mail && fields >= 2;
    }

    /** The field name that a line starts with, lower case and without markup; empty if it has none. */
    private static String field(String line) {
        int colon = line.indexOf(':');
        if (colon < 0 || colon > 40) {
            return "";
        }
        return line.substring(0, colon)
                .replace("*", "")
                .replace("\u00A0", " ")
                .replace("：", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** Whether the line is a divider such as "-----Original Message-----". */
    static boolean isOriginalMessage(String line) {
        return ORIGINAL.contains(betweenDashes(line));
    }

    /** Whether the line opens a forwarded mail. */
    static boolean isForwarded(String line) {
        String stripped = line.length() > MAX_LINE_LENGTH ? "" : line.strip();
        boolean begins = stripped.endsWith(":")
                && FORWARDED.contains(
                        stripped.substring(0, stripped.length() - 1).toLowerCase(Locale.ROOT));
        return begins || FORWARDED.contains(betweenDashes(line));
    }

    /** What stands between dashes; empty if the line has none around it. */
    private static String betweenDashes(String line) {
        String stripped = line.length() > MAX_LINE_LENGTH ? "" : line.strip();
        int start = 0;
        while (start < stripped.length() && "-_*= ".indexOf(stripped.charAt(start)) >= 0) {
            start++;
        }
        int end = stripped.length();
        while (end > start && "-_*=: ".indexOf(stripped.charAt(end - 1)) >= 0) {
            end--;
        }
        boolean dashed =
                start >= 2 && (stripped.startsWith("--") || stripped.startsWith("__") || stripped.startsWith("**"));
        return dashed ? stripped.substring(start, end).toLowerCase(Locale.ROOT) : "";
    }

    /** Whether the line is a signature divider. */
    static boolean isSignature(String line) {
        String stripped = line.stripTrailing();
        return stripped.equals("--") || stripped.equals("__") || isRule(stripped);
    }

    /** Whether the line is nothing but a ruled line. */
    static boolean isDivider(String line) {
        String stripped = line.strip();
        return stripped.length() >= 3
                && stripped.length() <= MAX_LINE_LENGTH
                && stripped.chars().allMatch(c -> "-_=*~".indexOf(c) >= 0);
    }

    /** Whether the line is nothing but a long run of underscores. */
    static boolean isRule(String line) {
        String stripped = line.strip();
        return stripped.length() >= 8
                && stripped.length() <= MAX_LINE_LENGTH
                && stripped.chars().allMatch(c -> c == '_');
    }

    /** Whether the line says from which device or program the mail was sent. */
    static boolean isDevice(String line) {
        String stripped = line.strip();
        boolean brief = stripped.length() <= MAX_DEVICE_LINE_LENGTH
                && stripped.chars().filter(c -> c == ' ').count() < MAX_DEVICE_WORDS;
        return brief && DEVICE.stream().anyMatch(start -> stripped.regionMatches(true, 0, start, 0, start.length()));
    }
}
