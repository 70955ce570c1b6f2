package dev.svar.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the words of mail systems amount to, by the table {@code bounce-phrases.txt}. */
final class BouncePhrases {
    private static final int MAX_LENGTH = 4_000;
    private static final List<Phrase> TABLE = BounceTable.read("bounce-phrases.txt").rows().stream()
            .map(row -> new Phrase(row.words(), BounceCause.valueOf(row.group())))
            .toList();

    /** Who lists senders; what is refused on their word says nothing about the recipient, whatever code it has. */
    private static final List<String> BLOCK_LISTS = List.of("spamhaus", "spamcop", "spamrats");

    private BouncePhrases() {}

    /** The cause that the first known phrase of the table in this text stands for. */
    static Optional<BounceCause> cause(String text) {
        String plain = plain(text);
        return find(plain).or(() -> find(withoutAddresses(plain)));
    }

    static boolean nameBlockList(String text) {
        String plain = plain(text);
        return BLOCK_LISTS.stream().anyMatch(plain::contains);
    }

    private static Optional<BounceCause> find(String plain) {
        return TABLE.stream().filter(p -> plain.contains(p.words())).findFirst().map(Phrase::cause);
    }

    /** Systems put the address into the middle of what they say: "mailbox kim@lee.example unavailable". */
    private static String withoutAddresses(String plain) {
        StringBuilder out = new StringBuilder(plain.length());
        for (String word : plain.split(" ", -1)) {
            if (word.indexOf('@') < 0) {
                out.append(out.length() == 0 ? "" : " ").append(word);
            }
        }
        return out.toString();
    }

    /** Lower case with single blanks and without accents, as the tables are. */
    static String plain(String text) {
        return BounceTable.withoutAccents(accented(text));
    }

    /** Lower case with single blanks. */
    static String accented(String text) {
        return PlainText.line(text, MAX_LENGTH).toLowerCase(Locale.ROOT).replace('’', '\'');
    }

    private record Phrase(String words, BounceCause cause) {}
}
