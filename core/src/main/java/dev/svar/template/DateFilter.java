package dev.svar.template;

import static dev.svar.template.Filter.entry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** {@code date}: a point in time, seconds since 1970, a text that says one, or {@code now}, written by a format. */
final class DateFilter {
    static final List<Filter.Entry> TABLE = List.of(entry("date", 1, 1, DateFilter::date));

    private DateFilter() {}

    private static Value date(Value input, Arguments arguments) {
        String format = arguments.text(0);
        if (format.isEmpty()) {
            return input;
        }
        try {
            Optional<ZonedDateTime> time = time(input, arguments.rendering().context());
            return time.isPresent() ? Strftime.format(time.get(), format, arguments.rendering()) : input;
        } catch (DateTimeException e) {
            return input;
        }
    }

    private static Optional<ZonedDateTime> time(Value input, RenderContext context) {
        if (input instanceof Value.Moment moment) {
            return Optional.of(moment.value().atZone(context.zone()));
        }
        if (input instanceof Value.Num number && number.whole()) {
            return Optional.of(Instant.ofEpochSecond(Numbers.clamped(number)).atZone(context.zone()));
        }
        return Texts.is(input) ? DateText.parse(Texts.of(input), context.zone(), context.now()) : Optional.empty();
    }
}
