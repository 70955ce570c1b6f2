package dev.svar.template;

/** A part of a template that can be rendered. Immutable. */
interface Node {
    Flow render(Rendering rendering);

    /** Looks at what can be seen without data. */
    default void review(Review review) {}

    /** Whether it can never write anything but whitespace; a control tag with only such content writes nothing. */
    default boolean blank() {
        return false;
    }

    /** Text as it stands. */
    record Literal(String text, boolean verbatim, Position at) implements Node {
        @Override
        public Flow render(Rendering rendering) {
            rendering.step(at, 1);
            rendering.write(text);
            return Flow.NEXT;
        }

        @Override
        public boolean blank() {
            return !verbatim && text.isBlank();
        }
    }

    /** A value that is written. */
    record Output(Expression expression, Position at) implements Node {
        @Override
        public void review(Review review) {
            expression.type(review);
        }

        @Override
        public Flow render(Rendering rendering) {
            rendering.step(at, 1);
            rendering.write(rendering.written(() -> expression.value(rendering)));
            return Flow.NEXT;
        }
    }
}
