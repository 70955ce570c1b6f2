package dev.svar.category;

import dev.svar.ticket.Priority;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Port: says how urgent a text seems. Implementations are pure, safe for use by several threads, bounded in time for any
 * text, and answer nothing rather than guess.
 */
@FunctionalInterface
public interface PriorityDetector {
    /**
     * Looks at a text.
     *
     * @param question the text and what is known about it
     * @return how urgent it seems, with reasons; empty if a person should decide
     */
    Optional<PriorityHint> detect(CategoryQuestion question);

    /**
     * Asks another one where this one says nothing: rules first, then what was learned.
     *
     * @param next who is asked then
     * @return both, in this order
     */
    default PriorityDetector orElse(PriorityDetector next) {
        return question -> detect(question).or(() -> next.detect(question));
    }

    /**
     * One by a categorizer whose categories are called as priorities are, in any letter case: {@link RuleCategorizer} with rules
     * for {@code "URGENT"}, or a model that was trained with such categories. An answer with another category says nothing.
     *
     * @param categorizer who says what a text is about
     * @return the detector
     */
    static PriorityDetector by(Categorizer categorizer) {
        Map<String, Priority> byName =
                Stream.of(Priority.values()).collect(Collectors.toUnmodifiableMap(Priority::name, p -> p));
        return question -> {
            CategoryAnswer answer = categorizer.categorize(question);
            return answer.category()
                    .filter(category -> answer.confidence() > 0)
                    .flatMap(category -> Optional.ofNullable(byName.get(category.toUpperCase(Locale.ROOT))))
                    .map(priority -> new PriorityHint(priority, Math.min(1, answer.confidence()), answer.reasons()));
        };
    }
}
