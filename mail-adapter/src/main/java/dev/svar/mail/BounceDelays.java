package dev.svar.mail;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells the reports that a message is late from those that it failed, by the table {@code bounce-signs.txt}. */
final class BounceDelays {
    private static final Set<Character.UnicodeScript> SPACED =
            Set.of(Character.UnicodeScript.LATIN, Character.UnicodeScript.CYRILLIC, Character.UnicodeScript.GREEK);
    private static final BounceTable WORDS = BounceTable.read("bounce-signs.txt");
    private static final List<String> LATE_SUBJECTS = WORDS.group("LATE_SUBJECTS");
    private static final List<Pattern> NOT_YET =
            WORDS.written("NOT_YET").stream().map(BounceDelays::words).toList();
    private static final List<Pattern> DELAY =
            WORDS.written("DELAY").stream().map(BounceDelays::beginning).toList();
    private static final List<String> DELIVERY = WORDS.group("DELIVERY");
    private static final List<String> FINAL = WORDS.group("FINAL");

    private static final Pattern SENTENCE = Pattern.compile("[.!?] |[。！？]");
    private static final int MAX_LABEL = 30;

    private BounceDelays() {}

    /** The words that say that the message is late and still tried; empty if it failed. */
    static Optional<String> in(String subject, String letter) {
        String plain = BouncePhrases.plain(subject);
        Optional<String> told = BounceSigns.first(LATE_SUBJECTS, plain).or(() -> first(DELAY, head(accented(subject))));
        return told.or(() -> inLetter(plain, letter));
    }

    /** A report names itself first; behind the colon stands the subject of the message that is late or failed. */
    private static String head(String subject) {
        int from = subject.startsWith("warning:") ? 8 : 0;
        int colon = PlainWords.colon(subject, from);
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
        if (isRefused(letter)) {
            return Optional.empty();
        }
        return TryPromises.in(plain)
                .or(() -> isHard(said.toString()) || TryPromises.areDenied(plain) ? Optional.empty() : notYet(said));
    }

    private static boolean isRefused(String letter) {
        return EnhancedStatus.ofReply(letter)
                .or(() -> ReplyCode.in(letter))
                .filter(code -> code.startsWith("5"))
                .isPresent();
    }

    private static boolean isHard(String said) {
        return BouncePhrases.cause(said).filter(BounceCause::isHard).isPresent();
    }

    private static Optional<String> notYet(CharSequence said) {
        return SENTENCE.splitAsStream(accented(said.toString()))
                .flatMap(sentence -> inSentence(sentence).stream())
                .findFirst();
    }

    private static Optional<String> inSentence(String sentence) {
        return BounceSigns.first(DELIVERY, BounceTable.withoutAccents(sentence))
                .flatMap(delivery -> first(NOT_YET, sentence).or(() -> first(DELAY, sentence)));
    }

    private static Optional<String> first(List<Pattern> phrases, String text) {
        return phrases.stream()
                .map(phrase -> phrase.matcher(text))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }

    private static String accented(String text) {
        return Normalizer.normalize(BouncePhrases.accented(text), Normalizer.Form.NFC);
    }

    /** Whole words, with others between them where an ellipsis stands. */
    private static Pattern words(String phrase) {
        return Pattern.compile(Stream.of(phrase.split("…", -1))
                .map(words -> beginning(words).pattern() + (isSpaced(words) ? "(?!\\p{L})" : ""))
                .collect(Collectors.joining(".*?")));
    }

    private static Pattern beginning(String word) {
        return Pattern.compile((isSpaced(word) ? "(?<!\\p{L})" : "") + Pattern.quote(word));
    }

    /** Whether words of the script stand apart, with nothing grown on in front or behind. */
    private static boolean isSpaced(String word) {
        return SPACED.contains(Character.UnicodeScript.of(word.codePointAt(0)));
    }

    /** The subject of a message says nothing about its delivery. */
    private static boolean isSubject(String line) {
        int colon = PlainWords.colon(line, 0);
        return colon > 0
                && colon <= MAX_LABEL
                && ThreadWords.field(PlainWords.of(line.substring(0, colon))
                                .toLowerCase(Locale.ROOT)
                                .strip())
                        == ThreadWords.Field.SUBJECT;
    }
}
