package dev.svar.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells the reports that a message is late from those that it failed, by the table {@code bounce-signs.txt}. */
final class BounceDelays {
    private static final BounceTable WORDS = BounceTable.read("bounce-signs.txt");
    private static final List<String> LATE = WORDS.group("LATE");
    private static final List<String> LATE_SUBJECTS = WORDS.group("LATE_SUBJECTS");
    private static final List<String> NOT_YET = WORDS.group("NOT_YET");
    private static final List<String> DELAY = WORDS.group("DELAY");
    private static final List<String> DELIVERY = WORDS.group("DELIVERY");
    private static final List<String> FINAL = WORDS.group("FINAL");

    private static final Pattern SENTENCE = Pattern.compile("[.!?] |[。！？]");
    private static final int MAX_LABEL = 30;

    private BounceDelays() {}

    /** The words that say that the message is late and still tried; empty if it failed. */
    static Optional<String> in(String subject, String letter) {
        String plain = BouncePhrases.plain(subject);
        Optional<String> told = BounceSigns.first(LATE_SUBJECTS, plain).or(() -> BounceSigns.first(DELAY, head(plain)));
        return told.or(() -> inLetter(plain, letter));
    }

    /** A report names itself first; behind the colon stands the subject of the message that is late or failed. */
    private static String head(String subject) {
        int from = subject.startsWith("warning:") ? 8 : 0;
        int colon = subject.indexOf(':', from);
        return colon < 0 ? subject.substring(from) : subject.substring(from, colon);
    }

    private static Optional<String> inLetter(String subject, String letter) {
        StringBuilder said = new StringBuilder(letter.length());
        letter.lines()
                .filter(line -> !isSubject(line))
                .forEach(line -> said.append(line).append('\n'));
        String plain = BouncePhrases.plain(said.toString());
        if (BounceSigns.first(FINAL, plain)
                .or(() -> BounceSigns.first(FINAL, subject))
                .isPresent()) {
            return Optional.empty();
        }
        boolean refused = EnhancedStatus.ofReply(letter)
                .filter(code -> code.startsWith("5"))
                .isPresent();
        return BounceSigns.first(LATE, plain)
                .or(() -> refused
                        ? Optional.empty()
                        : SENTENCE.splitAsStream(plain)
                                .flatMap(sentence -> inSentence(sentence).stream())
                                .findFirst());
    }

    private static Optional<String> inSentence(String sentence) {
        return BounceSigns.first(DELIVERY, sentence)
                .flatMap(delivery -> NOT_YET.stream()
                        .filter(words -> isIn(words, sentence))
                        .findFirst()
                        .or(() -> BounceSigns.first(DELAY, sentence)));
    }

    private static boolean isIn(String words, String sentence) {
        int gap = words.indexOf('…');
        if (gap < 0) {
            return sentence.contains(words);
        }
        int first = sentence.indexOf(words.substring(0, gap));
        return first >= 0 && sentence.indexOf(words.substring(gap + 1), first) >= 0;
    }

    /** The subject of a message says nothing about its delivery. */
    private static boolean isSubject(String line) {
        int colon = line.indexOf(':');
        return colon > 0
                && colon <= MAX_LABEL
                && ThreadWords.field(PlainWords.of(line.substring(0, colon))
                                .toLowerCase(Locale.ROOT)
                                .strip())
                        == ThreadWords.Field.SUBJECT;
    }
}
