package dev.svar.store;

import java.util.Optional;

/**
 * What a query wants of something that a ticket has one of, or none.
 *
 * @param <T> the something
 */
public sealed interface Wanted<T> {
    /**
     * Whatever it has, or none.
     *
     * @param <T> the something
     */
    record Anything<T>() implements Wanted<T> {}

    /**
     * None.
     *
     * @param <T> the something
     */
    record Nothing<T>() implements Wanted<T> {}

    /**
     * This one.
     *
     * @param value which
     * @param <T> the something
     */
    record Exactly<T>(T value) implements Wanted<T> {}

    /**
     * Whether it is what is wanted.
     *
     * @param actual what a ticket has
     * @return true if it is
     */
    default boolean matches(Optional<T> actual) {
        if (this instanceof Exactly<T> exactly) {
            return actual.filter(exactly.value()::equals).isPresent();
        }
        return this instanceof Anything || actual.isEmpty();
    }
}
