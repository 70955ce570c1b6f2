package dev.svar;

import dev.svar.template.Value;
import dev.svar.ticket.FieldValue;
import dev.svar.ticket.Priority;
import dev.svar.ticket.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a template sees of one event. Every event has all the names, with nothing under those that it says nothing about. */
final class EventFacts {
    /** The most characters of a text that a line shows. */
    static final int MAX_SHOWN = 120;

    private static final Set<String> NAMES = Set.of(
            "number",
            "link",
            "role",
            "resolution",
            "field",
            "target",
            "step",
            "spent",
            "due",
            "new_due",
            "until",
            "recipient",
            "code",
            "count",
            "passages",
            "files");

    private static final Set<Status> STANDARD = Set.of(
            Status.NEW, Status.OPEN, Status.PENDING, Status.ON_HOLD, Status.SOLVED, Status.CLOSED, Status.MERGED);

    private final Map<String, Object> facts = new HashMap<>();
    private final List<Map<String, String>> values = new ArrayList<>();

    EventFacts(String type) {
        NAMES.forEach(name -> facts.put(name, Optional.empty()));
        facts.put("type", type);
        facts.put("added", List.of());
        facts.put("removed", List.of());
    }

    /** A value in words of its own, or one of a closed set that a template has the words for. */
    record Word(String kind, String text) {
        static Word text(String text) {
            return new Word("text", shown(text));
        }

        /** A label that the host chose is its own word. */
        static Word of(Status status) {
            return STANDARD.contains(status) ? new Word("status", code(status.category())) : text(status.label());
        }

        static Word of(Priority priority) {
            return new Word("priority", code(priority));
        }

        static Word of(FieldValue value) {
            return switch (value.type()) {
                case NUMBER -> new Word("number", value.text());
                case BOOLEAN -> new Word("flag", value.text());
                case DATE -> new Word("date", value.text());
                case TEXT, CHOICE -> text(value.text());
            };
        }
    }

    EventFacts with(String name, Object value) {
        facts.put(name, value);
        return this;
    }

    EventFacts changed(Optional<Word> from, Optional<Word> to) {
        from.ifPresent(word -> values.add(Map.of("slot", "from", "kind", word.kind(), "text", word.text())));
        to.ifPresent(word -> values.add(Map.of("slot", "to", "kind", word.kind(), "text", word.text())));
        return this;
    }

    EventFacts changed(Word from, Word to) {
        return changed(Optional.of(from), Optional.of(to));
    }

    EventFacts changed(List<String> added, List<String> removed) {
        return with("added", added).with("removed", removed);
    }

    Value value() {
        return Value.of(with("values", values).facts);
    }

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** One line, cut where it is long. */
    static String shown(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .limit(MAX_SHOWN)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .forEach(line::appendCodePoint);
        String stripped = line.toString().strip();
        return text.codePointCount(0, text.length()) > MAX_SHOWN ? stripped + "…" : stripped;
    }
}
