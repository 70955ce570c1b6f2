package dev.svar.category;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.TicketCommand;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Ordered rules over words. The rule with the most different words found wins, the earlier one when several have the same
 * number; its confidence is its share of all words found by any rule. A word that ends in {@code *} matches its
 * beginnings, for languages that inflect. Immutable, thread-safe.
 */
public final class RuleCategorizer implements Categorizer {
    private final List<Rule> rules;

    private RuleCategorizer(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** {@return a builder without rules} */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public CategoryAnswer categorize(CategoryQuestion question) {
        Set<String> words = new LinkedHashSet<>(Words.of(question.subject()));
        words.addAll(Words.of(question.body()));
        Optional<Rule> best = Optional.empty();
        Set<String> bestFound = Set.of();
        int all = 0;
        for (Rule rule : rules) {
            Set<String> found = rule.find(words);
            all += found.size();
            if (found.size() > bestFound.size()) {
                best = Optional.of(rule);
                bestFound = found;
            }
        }
        if (best.isEmpty()) {
            return CategoryAnswer.abstained();
        }
        List<String> reasons = bestFound.stream().map(w -> "word: " + w).toList();
        return new CategoryAnswer(best.map(Rule::category), (double) bestFound.size() / all, reasons);
    }

    private record Rule(String category, List<String> patterns) {
        /** The patterns that occur, so that a word in two forms counts once. */
        Set<String> find(Set<String> words) {
            return patterns.stream().filter(p -> occurs(p, words)).collect(Collectors.toCollection(LinkedHashSet::new));
        }

        private static boolean occurs(String pattern, Set<String> words) {
            if (!pattern.endsWith("*")) {
                return words.contains(pattern);
            }
            String beginning = pattern.substring(0, pattern.length() - 1);
            return words.stream().anyMatch(w -> w.startsWith(beginning));
        }
    }

    /** Collects rules. Not safe for use by several threads. */
    public static final class Builder {
        /** The most words of one rule. */
        public static final int MAX_WORDS = 1000;

        private final List<Rule> rules = new ArrayList<>();

        private Builder() {}

        /**
         * Adds a rule.
         *
         * @param category the category it speaks for
         * @param words single words in any letter case, {@code *} at the end for any ending; at least one
         * @return this
         */
        public Builder rule(String category, String... words) {
            Check.line("rule.category", category, TicketCommand.MAX_CATEGORY_LENGTH);
            List<String> patterns = Check.size("rule.words", List.of(words), MAX_WORDS).stream()
                    .map(Builder::pattern)
                    .toList();
            if (patterns.isEmpty()) {
                throw new InvalidValueException("rule.words", "is empty, a rule needs at least one word");
            }
            rules.add(new Rule(category, patterns));
            return this;
        }

        private static String pattern(String word) {
            String lower = word.toLowerCase(Locale.ROOT);
            String letters = lower.endsWith("*") ? lower.substring(0, lower.length() - 1) : lower;
            if (letters.isEmpty() || !letters.chars().allMatch(Character::isLetterOrDigit)) {
                throw new InvalidValueException("rule.words", "must be single words of letters and digits");
            }
            return lower;
        }

        /** {@return the categorizer} */
        public RuleCategorizer build() {
            return new RuleCategorizer(rules);
        }
    }
}
