package dev.svar.template;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * How values print: a list as its elements, a range as its ends, a point in time in the zone. A map prints for those who
 * look for a mistake, what is in it as the language would state it.
 */
final class Printing {
    private Printing() {}

    static void print(Value value, ZoneId zone, BoundedText to) {
        if (Texts.is(value)) {
            to.append(Texts.of(value));
        } else if (value instanceof Value.Num number) {
            to.append(number.value().toPlainString());
        } else if (value instanceof Value.Bool bool) {
            to.append(String.valueOf(bool.value()));
        } else if (value instanceof Value.Moment moment) {
            to.append(moment(moment.value(), zone));
        } else if (value instanceof Value.Items items && items.values() instanceof Span span) {
            to.append(span.toString());
        } else if (value instanceof Value.Items items) {
            items.values().forEach(element -> print(element, zone, to));
        } else if (value instanceof Value.Fields fields) {
            printFields(fields, zone, to);
        }
    }

    /** In the zone; a point in time that is beyond the years that a zone knows, such as {@link Instant#MAX}, in UTC. */
    private static String moment(Instant moment, ZoneId zone) {
        try {
            return Strftime.plain(moment.atZone(zone));
        } catch (DateTimeException e) {
            return moment.toString();
        }
    }

    private static void printFields(Value.Fields fields, ZoneId zone, BoundedText to) {
        to.append('{');
        String separator = "";
        for (Map.Entry<String, Value> entry : fields.values().entrySet()) {
            to.append(separator);
            quote(entry.getKey(), to);
            to.append("=>");
            state(entry.getValue(), zone, to);
            separator = ", ";
        }
        to.append('}');
    }

    /** As the language would state it; filters over texts see lists this way. */
    static void state(Value value, ZoneId zone, BoundedText to) {
        if (Texts.is(value)) {
            quote(Texts.of(value), to);
        } else if (value.equals(Value.NIL)) {
            to.append("nil");
        } else if (value instanceof Value.Items items && !(items.values() instanceof Span)) {
            String separator = "[";
            for (Value element : items.values()) {
                to.append(separator);
                state(element, zone, to);
                separator = ", ";
            }
            to.append(items.values().isEmpty() ? "[]" : "]");
        } else {
            print(value, zone, to);
        }
    }

    private static void quote(String text, BoundedText to) {
        to.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> to.append("\\\"");
                case '\\' -> to.append("\\\\");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                case '\t' -> to.append("\\t");
                default -> to.append(c);
            }
        }
        to.append('"');
    }
}
