package dev.svar.template;

import dev.svar.template.TemplateProblem.Kind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is known of a use of {@code t} without data. */
final class MessageTypes {
    private MessageTypes() {}

    /** A key must be there in the language that all others fall back to, and what any language wants must be given. */
    static void check(FilterCall call, Expression input, Review review) {
        if (!call.positional().isEmpty()) {
            review.problem(call.at(), Kind.WRONG_ARGUMENT, "t takes arguments by name only");
        }
        String key = Path.constant(input);
        if (key != null) {
            review.messages().ifPresent(messages -> check(call, key, messages, review));
        }
    }

    private static void check(FilterCall call, String key, Messages messages, Review review) {
        List<Message> all = messages.all(key);
        if (all.isEmpty()) {
            review.problem(
                    call.at(),
                    Kind.UNKNOWN_MESSAGE,
                    "there is no message " + Texts.shown(key),
                    NearMiss.of(key, messages.keys()));
        } else if (messages.find(key, messages.defaultLocale()).isEmpty()) {
            review.problem(
                    call.at(),
                    Kind.UNKNOWN_MESSAGE,
                    "the message " + Texts.shown(key) + " is missing in the default language, "
                            + messages.defaultLocale().toLanguageTag());
        }
        Set<String> given = call.named().keySet();
        Set<String> wanted = new TreeSet<>();
        all.forEach(message -> wanted.addAll(message.arguments()));
        Set<String> unused = new TreeSet<>(given);
        unused.removeAll(wanted);
        wanted.removeAll(given);
        for (String name : wanted) {
            boolean misspelt = NearMiss.of(name, unused).isPresent();
            review.problem(
                    call.at(),
                    Kind.WRONG_ARGUMENT,
                    "the message " + Texts.shown(key) + " wants an argument " + name
                            + (misspelt ? ", not " + NearMiss.of(name, unused).orElseThrow() : ""));
        }
    }
}
