package dev.svar.search;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.Impact;
import org.apache.lucene.index.Impacts;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * A term that is looked for in texts.
 *
 * @param field the words of its field
 * @param entry where it is
 * @param measure what it counts by its number
 * @param weight what it counts at most
 */
record SoughtTerm(Dictionary field, Dictionary.Entry entry, Measure measure, float weight) {
    /** So many documents are one block, of which Lucene keeps nothing. */
    private static final int BLOCK = 128;

    /** In how many of a segment's texts it is. */
    int documents(int segment) {
        return entry.documents(segment);
    }

    Optional<PostingsEnum> postings(int segment) throws IOException {
        return field.postings(segment, entry);
    }

    /** What it counts where it is so often in a text that is so long. */
    float count(int times, byte norm) {
        return weight * measure.count(times, norm);
    }

    /** What it counts at most in one text of a segment: Lucene keeps, by blocks, how often it is in the shortest of them. */
    float most(int segment) throws IOException {
        if (documents(segment) <= BLOCK) {
            return weight;
        }
        Optional<ImpactsEnum> found = field.impacts(segment, entry);
        float most = 0;
        int next = found.isPresent() ? 0 : DocIdSetIterator.NO_MORE_DOCS;
        while (next != DocIdSetIterator.NO_MORE_DOCS) {
            found.get().advanceShallow(next);
            Impacts impacts = found.get().getImpacts();
            int widest = impacts.numLevels() - 1;
            for (Impact impact : impacts.getImpacts(widest)) {
                most = Math.max(most, weight * measure.count(impact.freq, impact.norm));
            }
            int last = impacts.getDocIdUpTo(widest);
            next = last == DocIdSetIterator.NO_MORE_DOCS ? last : last + 1;
        }
        return most;
    }
}
