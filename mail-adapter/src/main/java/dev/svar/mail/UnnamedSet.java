package dev.svar.mail;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Optional;

/**
 * Tells which character set a text is in that names none and is not in UTF-8, where nearly all its letters are beyond
 * ASCII: by how often the most frequent letters of the languages occur that write so.
 */
final class UnnamedSet {
    private static final int MOST_READ = 2_000;
    private static final int LEAST_LETTERS = 5;

    /** Where each letter is one byte, every accented word of the West is one of these sets too. */
    private static final int LEAST_SINGLE_LETTERS = 8;

    private static final int LEAST_DIFFERENT = 4;

    /** Percent of all letters that are beyond ASCII. */
    private static final int LEAST_FOREIGN = 80;

    private static final String KANA = "のにはをたがでてとしれさいるなもまかこどちんすせっくだき";
    private static final String CYRILLIC = "оеаинт";
    private static final String SIMPLE = "的一是不了人我在有他这你们来个上大为和国要到说时就会也用对下年请好您货订单里吗没";
    private static final String TRADITIONAL = "的一是不了人我在有他這你們來個上大為和國要到說時就會也用對下年請好您貨訂單裡嗎沒";
    private static final String HANGUL = "이다는을에의가고하지요니은로기안문습주";

    /** In the order in which they are tried: what is more sure comes first. */
    private static final List<Candidate> CANDIDATES = List.of(
            Candidate.single("windows-1251", CYRILLIC, 35),
            Candidate.single("koi8-u", CYRILLIC, 35),
            Candidate.multiple("euc-jp", KANA, 25),
            Candidate.multiple("shift_jis", KANA, 25),
            Candidate.multiple("gbk", SIMPLE, 15),
            Candidate.multiple("euc-kr", HANGUL, 15),
            Candidate.multiple("big5", TRADITIONAL, 15));

    private UnnamedSet() {}

    /** The set that the text is in; empty if none is likely. */
    static Optional<Charset> of(byte[] bytes) {
        if (!mayBeForeign(bytes)) {
            return Optional.empty();
        }
        return CANDIDATES.stream()
                .filter(candidate -> candidate.fits(bytes))
                .findFirst()
                .flatMap(candidate -> Charsets.named(candidate.name()));
    }

    /** Whether enough of the bytes are beyond ASCII; the second of two may look like a letter of it. */
    private static boolean mayBeForeign(byte[] bytes) {
        int foreign = 0;
        int plain = 0;
        for (int i = 0; i < Math.min(bytes.length, MOST_READ); i++) {
            foreign += bytes[i] < 0 ? 1 : 0;
            plain += Character.isLetter(bytes[i] & 0x7F) && bytes[i] >= 0 ? 1 : 0;
        }
        return foreign >= LEAST_LETTERS && 2 * foreign >= plain;
    }

    /**
     * A set, and the letters that are frequent in it.
     *
     * @param name the set
     * @param frequent its most frequent letters
     * @param least how many percent of the letters beyond ASCII they are at least
     * @param letters how many letters beyond ASCII there are at least
     * @param different how many different ones of the frequent there are at least
     */
    private record Candidate(String name, String frequent, int least, int letters, int different) {
        static Candidate single(String name, String frequent, int least) {
            return new Candidate(name, frequent, least, LEAST_SINGLE_LETTERS, LEAST_DIFFERENT);
        }

        static Candidate multiple(String name, String frequent, int least) {
            return new Candidate(name, frequent, least, LEAST_LETTERS, 0);
        }

        boolean fits(byte[] bytes) {
            return Charsets.named(name)
                    .flatMap(set -> begin(bytes, set))
                    .filter(this::isLikely)
                    .isPresent();
        }

        private static Optional<String> begin(byte[] bytes, Charset set) {
            ByteBuffer in = ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, MOST_READ));
            CharBuffer out = CharBuffer.allocate(in.remaining());
            boolean wrong = set.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(in, out, false)
                    .isError();
            return wrong ? Optional.empty() : Optional.of(out.flip().toString());
        }

        private boolean isLikely(String text) {
            int all = 0;
            int foreign = 0;
            int known = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                all += Character.isLetter(c) ? 1 : 0;
                foreign += c > 0x7F && Character.isLetter(c) ? 1 : 0;
                known += c > 0x7F && frequent.indexOf(c) >= 0 ? 1 : 0;
            }
            return foreign >= letters
                    && frequent.chars().filter(c -> text.indexOf(c) >= 0).count() >= different
                    && foreign * 100 >= all * LEAST_FOREIGN
                    && known * 100 >= foreign * least;
        }
    }
}
