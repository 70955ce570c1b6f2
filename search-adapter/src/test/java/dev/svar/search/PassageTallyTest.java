package dev.svar.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PassageTallyTest {
    private static final Chain CHAIN = Chains.of(Library.NB);
    private static final Measure WORDS = Measure.ofPassages(200, 10);
    private static final Measure PIECES = Measure.ofPassages(900, 10);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_best_passage_is_that_of_counting_word_by_word(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            List<List<Token>> passages = Stream.generate(() -> tokens(random, random.nextInt(30)))
                    .limit(random.nextInt(8))
                    .toList();
            List<Counted> words = new ArrayList<>();
            List<Counted> pieces = new ArrayList<>();
            for (Token token : tokens(random, random.nextInt(12))) {
                List<Counted.Term> variants = new ArrayList<>(List.of(term(token.stem(), random)));
                tokens(random, random.nextInt(3)).forEach(other -> variants.add(term(other.stem(), random)));
                words.add(new Counted(WORDS, variants));
                Pieces.of(token.written()).stream()
                        .filter(piece -> pieces.stream()
                                .noneMatch(known -> known.terms().get(0).word().equals(piece)))
                        .forEach(piece -> pieces.add(new Counted(PIECES, List.of(term(piece, random)))));
            }
            PassageTally tally = new PassageTally(words, pieces);
            for (int again = 0; again < 2; again++) {
                assertThat(tally.best(PassageWords.of(passages, true)))
                        .as("seed %d, round %d", seed, round)
                        .isEqualTo(best(passages, words, pieces));
            }
        }
    }

    @Test
    void totals_say_how_long_passages_are() {
        List<List<Token>> passages = List.of(CHAIN.words("en fem"), List.of(), CHAIN.words("a".repeat(200)));
        assertThat(PassageWords.totals(PassageWords.of(passages, true)))
                .isEqualTo(new PassageTotals(2, 3, 1 + 2 + Pieces.MAX_WORD - 1));
        assertThat(Pieces.of(passages.get(2))).hasSize(Pieces.count(200));
    }

    private static PassageTally.Best best(List<List<Token>> passages, List<Counted> words, List<Counted> pieces) {
        PassageTally.Best best = PassageTally.Best.NONE;
        for (int i = 0; i < passages.size(); i++) {
            List<String> stems = passages.get(i).stream().map(Token::stem).toList();
            float score = 0;
            for (Counted word : words) {
                score += count(word, stems);
            }
            for (Counted piece : pieces) {
                score += count(piece, Pieces.of(passages.get(i)));
            }
            best = score > best.score() ? new PassageTally.Best(i, score) : best;
        }
        return best;
    }

    private static float count(Counted counted, List<String> there) {
        float most = 0;
        for (Counted.Term term : counted.terms()) {
            int times = (int) there.stream().filter(term.word()::equals).count();
            float count = times == 0 ? 0 : term.weight() * counted.field().countIn(times, there.size());
            most = Math.max(most, count);
        }
        return most;
    }

    private static Counted.Term term(String word, Random random) {
        return new Counted.Term(word, random.nextFloat());
    }

    /** Words of one letter to seventy, of few letters, so that they have many pieces in common; some in other scripts. */
    private static List<Token> tokens(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int length = random.nextInt(20) == 0 ? 60 + random.nextInt(10) : 1 + random.nextInt(6);
            String letters = random.nextInt(5) == 0 ? "жщæ" : "abn";
            for (int letter = 0; letter < length; letter++) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            text.append(' ');
        }
        return CHAIN.words(text.toString().toLowerCase(Locale.ROOT));
    }
}
