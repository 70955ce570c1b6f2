package dev.svar.template;

import static dev.svar.template.Filter.entry;

import java.util.List;
import java.util.Optional;

/** {@code t}: the text of a message in the reader's language. */
final class MessageFilter {
    static final String NAME = "t";
    static final List<Filter.Entry> TABLE = List.of(entry(NAME, 0, 1, MessageFilter::translated));

    private MessageFilter() {}

    private static Value translated(Value input, Arguments arguments) {
        if (arguments.count() > 0) {
            throw new Fault("takes arguments by name only");
        }
        Rendering rendering = arguments.rendering();
        RenderContext context = rendering.context();
        String key = rendering.text(input);
        Optional<Message> message = context.messages().find(key, context.locale());
        if (message.isEmpty()) {
            return unknown(input, key, rendering);
        }
        Optional<Value.Num> count = count(arguments);
        if (count.isEmpty() && message.get().counted() && rendering.strict()) {
            throw new Fault("the message has plural forms and wants a count");
        }
        return written(message.get().text(count), Messages.html(key), arguments);
    }

    /** What was probably meant is one of the host's keys; the wrong one may be data and is not said. */
    private static Value unknown(Value input, String key, Rendering rendering) {
        if (!rendering.strict()) {
            return input;
        }
        String meant = NearMiss.of(key, rendering.context().messages().keys())
                .map(near -> ", did you mean " + near + "?")
                .orElse("");
        throw rendering.error(
                TemplateRenderException.Reason.UNKNOWN_MESSAGE, "t: there is no message of that key" + meant);
    }

    private static Optional<Value.Num> count(Arguments arguments) {
        Value count = arguments.named().getOrDefault(Messages.COUNT, Value.NIL);
        if (count.equals(Value.NIL)) {
            return Optional.empty();
        }
        Optional<Value.Num> number = count instanceof Value.Num num
                ? Optional.of(num)
                : Numbers.parse(arguments.rendering().text(count));
        return Optional.of(number.orElseThrow(() -> new Fault("takes a number as its count")));
    }

    private static Value written(MessageText message, boolean markup, Arguments arguments) {
        Rendering rendering = arguments.rendering();
        boolean escaping = markup && rendering.html();
        BoundedText text = rendering.builder().append(message.texts().get(0));
        for (int i = 0; i < message.arguments().size(); i++) {
            Value value = argument(message.arguments().get(i), arguments);
            String printed = rendering.text(value);
            text.append(
                            escaping && !(value instanceof Value.Markup)
                                    ? EscapeFilters.escaped(printed, rendering)
                                    : printed)
                    .append(message.texts().get(i + 1));
        }
        return escaping ? new Value.Markup(text.toString()) : text.value();
    }

    private static Value argument(String name, Arguments arguments) {
        Value value = arguments.named().get(name);
        if (value == null && arguments.rendering().strict()) {
            throw new Fault("the message wants an argument " + name);
        }
        return value == null ? Value.NIL : value;
    }
}
