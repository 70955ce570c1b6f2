package dev.svar.template;

import java.util.Optional;

/**
 * The variable that {@code assign} or {@code capture} sets. In the reference its name may also be digits, or hold dots,
 * brackets and parentheses: it is then one variable of that whole name, which only {@code ['a.b']} reads, and hides
 * nothing. That is hardly what was meant, so a check tells of it, and a strict rendering does not do it.
 */
record Target(String name, Position at) {
    void set(Value value, Rendering rendering) {
        set(value, Optional.empty(), rendering);
    }

    /** @param placeholder what the variable is another name for, if it is */
    void set(Value value, Optional<String> placeholder, Rendering rendering) {
        if (!word() && rendering.strict()) {
            rendering.fault(at, problem());
        }
        rendering.scope().assign(name, value, placeholder);
    }

    void review(TemplateSchema.Type type, Review review) {
        if (!word()) {
            review.problem(at, TemplateProblem.Kind.NOT_READ, problem());
        }
        review.assign(name, type);
    }

    private boolean word() {
        return Scan.wordStart(name.charAt(0)) && name.chars().allMatch(c -> c == '-' || Scan.wordPart((char) c));
    }

    private String problem() {
        return "only ['" + Texts.shown(name) + "'] reads this variable";
    }
}
