package dev.svar.http;

import dev.svar.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One field of what a webhook says about an event.
 *
 * @param name its name
 * @param kind what its value is
 * @param always whether it is there for every event of the kind
 * @param value gives the value
 * @param <E> the kind of event
 */
record EventField<E extends TicketEvent>(String name, Kind kind, boolean always, Function<E, Optional<?>> value) {
    /** What a value can be. */
    enum Kind {
        TEXT,
        TIME,
        WHOLE_NUMBER,
        YES_OR_NO,
        TEXTS,
        TEXTS_BY_NAME
    }

    static <E extends TicketEvent> EventField<E> text(String name, Function<E, ?> value) {
        return new EventField<>(name, Kind.TEXT, true, e -> Optional.of(written(value.apply(e))));
    }

    static <E extends TicketEvent> EventField<E> maybe(String name, Function<E, Optional<?>> value) {
        return new EventField<>(name, Kind.TEXT, false, e -> value.apply(e).map(EventField::written));
    }

    static <E extends TicketEvent> EventField<E> time(String name, Function<E, Instant> value) {
        return new EventField<>(
                name, Kind.TIME, true, e -> Optional.of(value.apply(e).toString()));
    }

    static <E extends TicketEvent> EventField<E> number(String name, Function<E, Integer> value) {
        return new EventField<>(name, Kind.WHOLE_NUMBER, true, e -> Optional.of(value.apply(e)));
    }

    static <E extends TicketEvent> EventField<E> seconds(String name, Function<E, Duration> value) {
        return new EventField<>(
                name, Kind.WHOLE_NUMBER, true, e -> Optional.of(value.apply(e).toSeconds()));
    }

    static <E extends TicketEvent> EventField<E> yes(String name, Function<E, Boolean> value) {
        return new EventField<>(name, Kind.YES_OR_NO, true, e -> Optional.of(value.apply(e)));
    }

    /** Of sets sorted, so that the same event is always written alike. */
    static <E extends TicketEvent> EventField<E> texts(String name, Function<E, ? extends Collection<?>> value) {
        return new EventField<>(name, Kind.TEXTS, true, e -> {
            Collection<?> all = value.apply(e);
            List<String> texts = all.stream().map(EventField::written).toList();
            return Optional.of(
                    all instanceof List ? texts : texts.stream().sorted().toList());
        });
    }

    static <E extends TicketEvent> EventField<E> named(String name, Function<E, Map<?, String>> value) {
        return new EventField<>(name, Kind.TEXTS_BY_NAME, true, e -> {
            Map<String, String> texts = new TreeMap<>();
            value.apply(e).forEach((key, text) -> texts.put(written(key), text));
            return Optional.of(texts);
        });
    }

    private static String written(Object value) {
        if (value instanceof Enum<?> word) {
            return word.name().toLowerCase(Locale.ROOT);
        } else if (value instanceof Locale language) {
            return language.toLanguageTag();
        }
        return value.toString();
    }
}
