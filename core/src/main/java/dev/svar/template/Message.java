package dev.svar.template;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A message in one language: one text, or one for each plural form. */
record Message(String tag, Optional<MessageText> text, Map<Plural, MessageText> forms) {
    Message {
        forms = Map.copyOf(forms);
    }

    /** The text that goes with a number, if it is known. */
    MessageText text(Optional<Value.Num> count) {
        MessageText other =
                text.or(() -> Optional.ofNullable(forms.get(Plural.OTHER))).orElseThrow();
        if (count.isEmpty() || forms.isEmpty()) {
            return other;
        }
        Plural plural = PluralRules.of(tag, count.get().value());
        return forms.getOrDefault(plural, forms.getOrDefault(Plural.OTHER, other));
    }

    /** Whether it cannot be chosen without a number. */
    boolean counted() {
        return text.isEmpty();
    }

    /** What any of its texts wants to be told. */
    Set<String> arguments() {
        Set<String> names = new LinkedHashSet<>();
        text.ifPresent(plain -> names.addAll(plain.names()));
        forms.values().forEach(form -> names.addAll(form.names()));
        if (counted()) {
            names.add(Messages.COUNT);
        }
        return names;
    }
}
