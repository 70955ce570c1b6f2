package dev.svar.mail;

import java.util.List;
import java.util.Optional;

/** Answers that a machine may have given, or a person: no machine answers them, and nothing else is made of them. */
final class DoubtfulAnswers {
    /** What the subject is when nothing but the name of the ticket follows. */
    private static final List<String> NOUNS = List.of(
            "annual leave",
            "parental leave",
            "maternity leave",
            "paternity leave",
            "sick leave",
            "holiday",
            "holidays",
            "vakantie",
            "dovolená",
            "dovolenka",
            "szabadság",
            "urlop",
            "loma",
            "lomalla",
            "휴가",
            "отсутствую",
            "request received",
            "ticket received",
            "message received",
            "eingangsbestätigung",
            "accusé de réception",
            "acuse de recibo",
            "ontvangstbevestiging",
            "mottagningsbekräftelse",
            "conferma di ricezione",
            "confirmação de recebimento");

    /** What the subjects of acknowledgements begin with. */
    private static final List<String> SENTENCES = List.of(
            "thank you for contacting",
            "thanks for contacting",
            "thank you for your e-mail",
            "thank you for your email",
            "thank you for your message",
            "thank you for your request",
            "we have received your",
            "we've received your",
            "we received your",
            "vielen dank für ihre",
            "wir haben ihre",
            "merci pour votre",
            "nous avons reçu votre",
            "gracias por contactar",
            "hemos recibido su",
            "obrigado por contactar",
            "recebemos a sua",
            "grazie per averci contattato",
            "abbiamo ricevuto la",
            "bedankt voor uw",
            "wij hebben uw",
            "tack för ditt",
            "vi har mottagit",
            "vi har mottatt",
            "vi har modtaget",
            "takk for din",
            "tak for din",
            "kiitos viestistäsi",
            "dziękujemy za",
            "děkujeme za",
            "спасибо за обращение",
            "ваше обращение принято");

    private DoubtfulAnswers() {}

    /** Why a machine may have given this answer; empty if nothing speaks for it. */
    static Optional<String> in(String subject, String written) {
        return ofSubject(subject)
                .or(() -> AwayWords.in(written).map(words -> "it is an answer, and its text says: " + words));
    }

    /** Whether a plain subject begins as that of a reply. */
    static boolean isReply(String subject) {
        int colon = firstColon(subject);
        return colon >= 0 && replyPrefix(subject, colon) == 0;
    }

    private static Optional<String> ofSubject(String subject) {
        String tag = AwaySubjects.tag(AwaySubjects.plain(subject));
        String bare = AwaySubjects.withoutTag(AwaySubjects.plain(subject));
        int colon = firstColon(bare);
        int prefix = colon < 0 ? -1 : replyPrefix(bare, colon);
        if (prefix == 0) {
            return Optional.empty();
        }
        if (prefix > 0 && endsInWord(bare.substring(0, prefix).strip())) {
            return Optional.of("words stand in front of the reply in its subject");
        }
        return NOUNS.stream()
                .filter(noun -> noun.equals(tag) || (bare.startsWith(noun) && AwaySubjects.ends(bare, noun.length())))
                .findFirst()
                .or(() -> SENTENCES.stream().filter(bare::startsWith).findFirst())
                .or(() -> AwayWords.in(bare))
                .map(words -> "it is an answer, and its subject says: " + words);
    }

    /** The first colon that stands in no time of day. */
    private static int firstColon(String subject) {
        for (int i = 1; i < subject.length(); i++) {
            boolean colon = subject.charAt(i) == ':' || subject.charAt(i) == '：';
            boolean time = i + 1 < subject.length()
                    && Character.isDigit(subject.charAt(i - 1))
                    && Character.isDigit(subject.charAt(i + 1));
            if (colon && !time) {
                return i;
            }
        }
        return -1;
    }

    /** Where the prefix of a reply begins that ends with this colon; -1 if it is none. */
    private static int replyPrefix(String subject, int colon) {
        int end = colon;
        while (end > 0 && "[]()0123456789 ".indexOf(subject.charAt(end - 1)) >= 0) {
            end--;
        }
        int start = end;
        while (start > 0 && Character.isLetter(subject.charAt(start - 1))) {
            start--;
        }
        boolean alone = start == 0 || subject.charAt(start - 1) == ' ';
        return alone && ThreadWords.REPLY_PREFIXES.has(subject, start, end) ? start : -1;
    }

    /** Words end so; labels that mail servers put in front end with a bracket, a colon, a star or a dash. */
    private static boolean endsInWord(String words) {
        int last = words.codePointBefore(words.length());
        boolean bracketed = words.endsWith(")") && words.indexOf('(') > 0;
        return Character.isLetterOrDigit(last) || ".!…。".indexOf(last) >= 0 || bracketed;
    }
}
