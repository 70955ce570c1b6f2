package dev.svar.template;

import dev.svar.template.TemplateSchema.Scalar;
import dev.svar.template.TemplateSchema.Type;

/** Something that has a value. Immutable. */
interface Expression {
    Value value(Rendering rendering);

    /** What kind of value it is, as far as that is known without data. */
    Type type(Review review);

    /** A value that the template itself states. */
    record Literal(Value value) implements Expression {
        @Override
        public Value value(Rendering rendering) {
            return value;
        }

        @Override
        public Type type(Review review) {
            if (Texts.is(value)) {
                return Scalar.TEXT;
            }
            return value instanceof Value.Num
                    ? Scalar.NUMBER
                    : value instanceof Value.Bool ? Scalar.BOOLEAN : Scalar.ANY;
        }
    }
}
