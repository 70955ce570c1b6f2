package dev.svar.template;

import org.jspecify.annotations.Nullable;

/** What filters over lists take from an element by the name of a field. */
final class Property {
    private Property() {}

    /**
     * The field of an element; nil if it has no such field, null if it is of a kind without fields. Of a text it is the name
     * itself if the text contains it, as in the reference.
     */
    static @Nullable Value of(Value element, Value property, Rendering rendering) {
        if (element instanceof Value.Fields fields) {
            Value found = Texts.is(property) ? fields.values().get(Texts.of(property)) : null;
            if (found == null) {
                return Value.NIL;
            }
            rendering.stepsFor(found);
            return found;
        }
        if (Texts.is(element) && Texts.is(property)) {
            boolean contained = TextSearch.indexOf(Texts.of(element), Texts.of(property), 0) >= 0;
            return contained ? new Value.Text(Texts.of(property)) : Value.NIL;
        }
        if (element instanceof Value.Num number && number.whole()) {
            throw new Fault("cannot select a field of a number");
        }
        return null;
    }

    /** The field that the first argument names, or the element itself if there is no argument. */
    static @Nullable Value orElement(Value element, Arguments arguments) {
        boolean named = arguments.has(0) && !arguments.value(0).equals(Value.NIL);
        return named ? of(element, arguments.value(0), arguments.rendering()) : element;
    }
}
