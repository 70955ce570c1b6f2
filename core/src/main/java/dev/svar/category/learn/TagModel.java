package dev.svar.category.learn;

import dev.svar.category.CategoryQuestion;
import dev.svar.category.LikelyTag;
import dev.svar.category.Tagger;
import dev.svar.ticket.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What was learned about tags, as a value: each tag is a question of its own, with a probability and a threshold of its own.
 * It holds hashes of terms, no text. Thread-safe.
 */
public final class TagModel implements Tagger {
    private static final Comparator<LikelyTag> LIKELIEST_FIRST =
            Comparator.comparingDouble(LikelyTag::probability).reversed().thenComparing(LikelyTag::tag);

    private final List<LearnedTag> tags;
    private final Fit fit;

    TagModel(List<LearnedTag> tags, Fit fit) {
        this.tags = List.copyOf(tags);
        this.fit = fit;
    }

    @Override
    public List<LikelyTag> tags(CategoryQuestion question) {
        TermVector text = TermVector.of(TextTerms.of(question), fit.vocabulary());
        if (text.known() < Verdict.LEAST_KNOWN) {
            return List.of();
        }
        float[] scores = fit.weights().plainScores(text);
        List<LikelyTag> likely = new ArrayList<>();
        for (int k = 0; k < scores.length; k++) {
            double probability = tags.get(k).probability(scores[k]);
            if (probability >= tags.get(k).threshold()) {
                likely.add(new LikelyTag(tags.get(k).tag(), probability));
            }
        }
        likely.sort(LIKELIEST_FIRST);
        return likely;
    }

    /** {@return the tags that it knows, sorted; those of too few examples are not among them} */
    public List<Tag> known() {
        return tags.stream().map(LearnedTag::tag).sorted().toList();
    }

    /**
     * From which probability a tag is given.
     *
     * @param tag a tag that it knows
     * @return the threshold that had most right in training; 1 if it does not know the tag
     */
    public double threshold(Tag tag) {
        return tags.stream()
                .filter(learned -> learned.tag().equals(tag))
                .mapToDouble(LearnedTag::threshold)
                .findFirst()
                .orElse(1);
    }

    /**
     * Writes it down.
     *
     * @return its bytes; compressed, with a checksum
     */
    public byte[] toBytes() {
        return ModelCodec.write(this);
    }

    /**
     * Reads a model.
     *
     * @param bytes what {@link #toBytes()} gave, in this version of the library or an earlier one
     * @return the model, which answers as the one that was written
     * @throws ModelUnreadableException if they are no model of tags, a damaged one, or one of a newer version in a form unknown here
     */
    public static TagModel fromBytes(byte[] bytes) {
        return ModelCodec.readTags(bytes);
    }

    List<LearnedTag> tags() {
        return tags;
    }

    Fit fit() {
        return fit;
    }
}
