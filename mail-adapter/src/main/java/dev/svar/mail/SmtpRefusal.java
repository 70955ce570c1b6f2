package dev.svar.mail;

import java.util.Optional;

/** Tells the refusals of mail servers from numbers that look like their codes, in whatever language the words around are. */
final class SmtpRefusal {
    private static final int MAX_GAP = 4;
    private static final int MAX_CODED_LINES = 50;

    private SmtpRefusal() {}

    /** Whether a reply is quoted, by its two codes, or by one of them and words that refuse something in the same line. */
    static boolean isIn(String text) {
        return isCoded(text)
                || text.lines()
                        .filter(line -> ReplyCode.in(line).isPresent() || isTrouble(EnhancedStatus.in(line)))
                        .limit(MAX_CODED_LINES)
                        .anyMatch(line -> BouncePhrases.cause(line).isPresent());
    }

    /** Whether there is an enhanced code such as 5.1.1 right behind a reply code such as 550, or behind a number sign. */
    static boolean isCoded(String text) {
        return text.lines().anyMatch(line -> isTrouble(behindReply(line)) || isTrouble(behindSign(line)));
    }

    private static Optional<String> behindReply(String line) {
        return ReplyCode.in(line).flatMap(code -> codeAt(line, line.indexOf(code) + code.length()));
    }

    private static Optional<String> behindSign(String line) {
        int sign = line.indexOf('#');
        return sign < 0 ? Optional.empty() : codeAt(line, sign + 1);
    }

    private static Optional<String> codeAt(String line, int from) {
        String rest = line.substring(from);
        return EnhancedStatus.in(rest).filter(code -> rest.indexOf(code) <= MAX_GAP);
    }

    private static boolean isTrouble(Optional<String> code) {
        return code.filter(c -> c.charAt(0) != '2').isPresent();
    }
}
