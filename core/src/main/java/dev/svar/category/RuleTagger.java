package dev.svar.category;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.Tag;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tags by words: a tag fits if one of its words occurs in the subject or the text. Immutable, thread-safe. */
public final class RuleTagger implements Tagger {
    private final Map<Tag, List<WordPattern>> rules;

    private RuleTagger(Map<Tag, List<WordPattern>> rules) {
        this.rules = new LinkedHashMap<>(rules);
    }

    /** {@return a builder without rules} */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public List<LikelyTag> tags(CategoryQuestion question) {
        Set<String> words = new HashSet<>(Words.of(question.subject()));
        words.addAll(Words.of(question.body()));
        return rules.entrySet().stream()
                .filter(rule -> rule.getValue().stream().anyMatch(pattern -> pattern.occurs(words)))
                .map(rule -> new LikelyTag(rule.getKey(), 1))
                .toList();
    }

    /** Collects rules. Not safe for use by several threads. */
    public static final class Builder {
        /** The most tags. */
        public static final int MAX_TAGS = 1000;

        private final Map<Tag, List<WordPattern>> rules = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Adds a rule, in place of an earlier one for the same tag.
         *
         * @param tag the tag
         * @param words single words in any letter case, {@code *} at the end for any ending; at least one
         * @return this
         */
        public Builder rule(Tag tag, String... words) {
            Check.size("rule.words", List.of(words), RuleCategorizer.Builder.MAX_WORDS);
            if (words.length == 0) {
                throw new InvalidValueException("rule.words", "is empty, a rule needs at least one word");
            }
            rules.put(tag, Arrays.stream(words).map(WordPattern::of).toList());
            Check.size("rules", rules.keySet(), MAX_TAGS);
            return this;
        }

        /** {@return the tagger} */
        public RuleTagger build() {
            return new RuleTagger(rules);
        }
    }
}
