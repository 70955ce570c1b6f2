package dev.svar.template;

/** The words {@code empty} and {@code blank}: tests when something is compared with them, else an empty text. */
enum Emptiness implements Expression {
    EMPTY {
        @Override
        boolean test(Value value) {
            if (value instanceof Value.Items items) {
                return items.values().isEmpty();
            }
            if (value instanceof Value.Fields fields) {
                return fields.values().isEmpty();
            }
            return Texts.is(value) && Texts.of(value).isEmpty();
        }
    },
    BLANK {
        @Override
        boolean test(Value value) {
            return value.equals(Value.NIL)
                    || (value instanceof Value.Bool bool && !bool.value())
                    || (Texts.is(value) && Texts.of(value).isBlank())
                    || EMPTY.test(value);
        }
    };

    abstract boolean test(Value value);

    @Override
    public Value value(Rendering rendering) {
        return Texts.EMPTY;
    }

    @Override
    public TemplateSchema.Type type(Review review) {
        return TemplateSchema.Scalar.ANY;
    }
}
