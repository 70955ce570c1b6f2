package dev.svar.category;

import java.util.Optional;

/**
 * Port: says how the writer of a text seems to feel. Implementations are pure, safe for use by several threads, bounded in
 * time for any text, and answer nothing rather than guess: somebody who is taken for angry without being so is treated
 * wrongly, an angry text that nothing is said of is read by a person all the same.
 */
@FunctionalInterface
public interface MoodDetector {
    /**
     * Looks at a text.
     *
     * @param text what somebody wrote, without quoted history
     * @return how they feel, with reasons; empty if the text does not say it clearly
     */
    Optional<MoodHint> detect(String text);

    /**
     * {@return a detector by common words and phrases in Norwegian (both written forms), Swedish, Danish, Finnish, Hungarian,
     * Russian, German, English}
     *
     * <p>What counts is what writers say of themselves and of whom they write to, sentence by sentence: not what they ask, what
     * stands in quotation marks, what a negation or a condition stands before, what somebody else said. Capitals and exclamation
     * marks count only together with words. A text that says both is unclear. The first 20,000 characters are looked at.
     */
    static MoodDetector byCommonWords() {
        return CommonMoods::mood;
    }
}
