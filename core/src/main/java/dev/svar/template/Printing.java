package dev.svar.template;

import java.time.ZoneId;
import java.util.Map;

/** How values print: a list as its elements, a map as its entries, a point in time in the zone. */
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
            to.append(Strftime.plain(moment.value().atZone(zone)));
        } else if (value instanceof Value.Items items) {
            items.values().forEach(element -> print(element, zone, to));
        } else if (value instanceof Value.Fields fields) {
            printFields(fields, zone, to);
        }
    }

    private static void printFields(Value.Fields fields, ZoneId zone, BoundedText to) {
        String separator = "{";
        for (Map.Entry<String, Value> entry : fields.values().entrySet()) {
            to.append(separator).append("\"").append(entry.getKey()).append("\"=>");
            boolean quoted = Texts.is(entry.getValue());
            to.append(quoted ? "\"" : "");
            print(entry.getValue(), zone, to);
            to.append(quoted ? "\"" : "");
            separator = ", ";
        }
        to.append(fields.values().isEmpty() ? "{}" : "}");
    }
}
