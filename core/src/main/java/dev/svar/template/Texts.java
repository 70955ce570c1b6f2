package dev.svar.template;

/** The two values that are texts. */
final class Texts {
    static final Value EMPTY = new Value.Text("");

    private Texts() {}

    static boolean is(Value value) {
        return value instanceof Value.Text || value instanceof Value.Markup;
    }

    /** The text of a value that is one. */
    static String of(Value value) {
        return value instanceof Value.Markup markup ? markup.value() : ((Value.Text) value).value();
    }
}
