package dev.svar.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SmallFloat;

/** Adds up what a question counts in each passage of a text, and finds the best. Not for several threads. */
final class PassageTally {
    private static final float NO_WORDS = -1;

    private final List<Counted> counted;
    private final SoughtWords sought;

    /** Which of those that are counted are in the passage that is read, and how often each sought word is. */
    private final BitSet here = new BitSet();

    private final int[] times;

    /** What is sought of each different word of the text: from its start to the start of the next. */
    private int[] start = new int[64];

    private int[] found = new int[64];
    private int[] pieces = new int[64];

    /** Of words and of pieces, in this order. */
    PassageTally(List<Counted> words, List<Counted> pieces) {
        this.counted = new ArrayList<>(words);
        counted.addAll(pieces);
        this.sought = new SoughtWords(words, pieces);
        this.times = new int[sought.size()];
    }

    /**
     * A passage and how well it fits.
     *
     * @param number its number; 0 if none has a word of the question
     * @param score what the question counts in it
     */
    record Best(int number, float score) {
        static final Best NONE = new Best(0, 0);
    }

    Best best(BytesRef kept) {
        float[] scores = each(kept);
        Best best = Best.NONE;
        for (int passage = 0; passage < scores.length; passage++) {
            if (scores[passage] > best.score()) {
                best = new Best(passage, scores[passage]);
            }
        }
        return best;
    }

    /** How well each fits, in their order; less than nothing for those without a word. */
    float[] each(BytesRef kept) {
        ByteArrayDataInput in = PassageWords.input(kept);
        PassageWords.totals(in);
        readWords(in);
        float[] scores = new float[in.readVInt()];
        for (int passage = 0; passage < scores.length; passage++) {
            scores[passage] = score(in);
        }
        return scores;
    }

    private void readWords(ByteArrayDataInput in) {
        int words = in.readVInt();
        start = ArrayUtil.grow(start, words + 1);
        pieces = ArrayUtil.grow(pieces, words);
        int end = 0;
        for (int word = 0; word < words; word++) {
            start[word] = end;
            int stem = sought.stem(in);
            found = ArrayUtil.grow(found, end + 1 + Pieces.MAX_WORD);
            if (stem >= 0) {
                found[end++] = stem;
            }
            int length = in.readVInt();
            pieces[word] = Pieces.count(length);
            end = sought.pieces(in, length, found, end);
        }
        start[words] = end;
    }

    private float score(ByteArrayDataInput in) {
        int words = in.readVInt();
        if (words == 0) {
            return NO_WORDS;
        }
        int length = 0;
        for (int i = 0; i < words; i++) {
            int word = in.readVInt();
            length += pieces[word];
            for (int j = start[word]; j < start[word + 1]; j++) {
                if (times[found[j]]++ == 0) {
                    for (int one : sought.countedBy(found[j])) {
                        here.set(one);
                    }
                }
            }
        }
        return here.isEmpty() ? 0 : sum(SmallFloat.intToByte4(words), SmallFloat.intToByte4(length));
    }

    /** In the order in which the question counts: sums of floats depend on it. */
    private float sum(byte words, byte pieces) {
        float sum = 0;
        for (int one = here.nextSetBit(0); one >= 0; one = here.nextSetBit(one + 1)) {
            sum += count(one, one < sought.words() ? words : pieces);
        }
        here.clear();
        Arrays.fill(times, 0);
        return sum;
    }

    private float count(int one, byte norm) {
        Counted word = counted.get(one);
        int[] keys = sought.soughtBy(one);
        float most = 0;
        for (int i = 0; i < keys.length; i++) {
            if (times[keys[i]] > 0) {
                most = Math.max(
                        most, word.terms().get(i).weight() * word.field().count(times[keys[i]], norm));
            }
        }
        return most;
    }
}
