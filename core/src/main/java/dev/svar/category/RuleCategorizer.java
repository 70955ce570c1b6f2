package dev.svar.category;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.TicketCommand;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Ordered rules over words. Each word of a rule that occurs counts once, {@value #SUBJECT_WEIGHT} times as much if it
 * occurs in the subject, since people put there what it is about. The rule that counts most wins, the earlier one when
 * several count the same; its confidence is its share of what all rules count. A word that ends in {@code *} matches its
 * beginnings, for languages that inflect. Immutable, thread-safe.
 */
public final class RuleCategorizer implements Categorizer {
    /** How much more a word in the subject counts than one in the text. */
    public static final int SUBJECT_WEIGHT = 3;

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
        Set<String> subject = new HashSet<>(Words.of(question.subject()));
        Set<String> body = new HashSet<>(Words.of(question.body()));
        Optional<Finding> best = Optional.empty();
        int all = 0;
        for (Rule rule : rules) {
            Finding finding = rule.find(subject, body);
            all += finding.weight();
            if (finding.weight() > best.map(Finding::weight).orElse(0)) {
                best = Optional.of(finding);
            }
        }
        int total = all;
        return best.map(found -> new CategoryAnswer(
                        Optional.of(found.category()), (double) found.weight() / total, found.reasons()))
                .orElseGet(CategoryAnswer::abstained);
    }

    private record Finding(String category, int weight, List<String> reasons) {}

    private record Rule(String category, List<WordPattern> patterns) {
        Finding find(Set<String> subject, Set<String> body) {
            List<WordPattern> inSubject =
                    patterns.stream().filter(p -> p.occurs(subject)).toList();
            List<WordPattern> inBody = patterns.stream()
                    .filter(p -> !inSubject.contains(p) && p.occurs(body))
                    .toList();
            List<String> reasons = Stream.concat(
                            inSubject.stream().map(p -> "subject: " + p.text()),
                            inBody.stream().map(p -> "text: " + p.text()))
                    .toList();
            return new Finding(category, inSubject.size() * SUBJECT_WEIGHT + inBody.size(), reasons);
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
            List<WordPattern> patterns = Check.size("rule.words", List.of(words), MAX_WORDS).stream()
                    .map(WordPattern::of)
                    .toList();
            if (patterns.isEmpty()) {
                throw new InvalidValueException("rule.words", "is empty, a rule needs at least one word");
            }
            rules.add(new Rule(category, patterns));
            return this;
        }

        /** {@return the categorizer} */
        public RuleCategorizer build() {
            return new RuleCategorizer(rules);
        }
    }
}
