package dev.svar.template;

import dev.svar.template.TemplateSchema.ListOf;
import dev.svar.template.TemplateSchema.ObjectOf;
import dev.svar.template.TemplateSchema.Scalar;
import dev.svar.template.TemplateSchema.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the shipped templates may say that are no letters: sentences that stand in letters, and lines for agents. */
final class TextNames {
    private static final Type TIME =
            new ObjectOf(Map.of("hours", Scalar.NUMBER, "minutes", Scalar.NUMBER, "seconds", Scalar.NUMBER));
    private static final Type VALUES =
            new ListOf(new ObjectOf(Map.of("slot", Scalar.TEXT, "kind", Scalar.TEXT, "text", Scalar.TEXT)));
    private static final Type PARTS = new ListOf(new ObjectOf(
            Map.of("kind", Scalar.TEXT, "hours", Scalar.NUMBER, "minutes", Scalar.NUMBER, "seconds", Scalar.NUMBER)));

    /** What the letter has in which the sentence stands, but the sentence itself and what no letter with one has. */
    private static final Set<String> NOT_IN_NEXT_STEP = Set.of("next_step", "digest", "recipient");

    private static final Map<String, Type> NEXT = Map.of(
            "next.step", Scalar.TEXT,
            "next.by", Scalar.INSTANT,
            "next.closes_at", Scalar.INSTANT);

    private static final Map<String, Type> REASON = Map.of("notice.reason", Scalar.TEXT, "ticket.id", Scalar.TEXT);

    private static final Map<String, Type> RATING = Map.of(
            "satisfaction.rating_url", Scalar.TEXT,
            "satisfaction.positive_rating_url", Scalar.TEXT,
            "satisfaction.negative_rating_url", Scalar.TEXT,
            "ticket.id", Scalar.TEXT);

    private static final Map<String, Type> ACCOUNT = Map.of(
            "account.target", Scalar.TEXT,
            "account.started", Scalar.INSTANT,
            "account.started_by", Scalar.TEXT,
            "account.state", Scalar.TEXT,
            "account.due", Scalar.INSTANT,
            "account.ended", Scalar.INSTANT,
            "account.parts", PARTS,
            "account.holidays", new ListOf(Scalar.TEXT));

    private static final Map<String, Type> HISTORY = history();

    private TextNames() {}

    /** Those that only this text has. */
    static Map<String, Map<String, Type>> own() {
        return new TreeMap<>(Map.of(
                "history", HISTORY,
                "next_step", NEXT,
                "notice_reason", REASON,
                "rating_section", RATING,
                "sla_account", ACCOUNT));
    }

    static Optional<TemplateSchema> of(String text) {
        Optional<TemplateSchema> own = Optional.ofNullable(own().get(text)).map(TemplateSchema::of);
        return text.equals("next_step")
                ? own.map(LetterNames.schema(name -> !NOT_IN_NEXT_STEP.contains(top(name)))::with)
                : own;
    }

    private static String top(LetterName name) {
        return name.name().split("\\.", 2)[0];
    }

    private static Map<String, Type> history() {
        Map<String, Type> names = new TreeMap<>();
        for (String text : List.of("type", "number", "link", "role", "resolution", "field", "target", "step")) {
            names.put("event." + text, Scalar.TEXT);
        }
        names.put("event.recipient", Scalar.TEXT);
        names.put("event.code", Scalar.TEXT);
        for (String instant : List.of("due", "new_due", "until")) {
            names.put("event." + instant, Scalar.INSTANT);
        }
        for (String number : List.of("count", "passages", "files")) {
            names.put("event." + number, Scalar.NUMBER);
        }
        names.put("event.spent", TIME);
        names.put("event.added", new ListOf(Scalar.TEXT));
        names.put("event.removed", new ListOf(Scalar.TEXT));
        names.put("event.values", VALUES);
        names.put("actor.kind", Scalar.TEXT);
        names.put("actor.name", Scalar.TEXT);
        return Map.copyOf(names);
    }
}
