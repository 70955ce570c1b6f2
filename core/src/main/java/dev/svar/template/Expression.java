package dev.svar.template;

/** Something that has a value. Immutable. */
interface Expression {
    Value value(Rendering rendering);

    /** A value that the template itself states. */
    record Literal(Value value) implements Expression {
        @Override
        public Value value(Rendering rendering) {
            return value;
        }
    }
}
