package dev.svar.template;

/** A text under construction that may not outgrow the output. */
final class BoundedText {
    private final Rendering rendering;
    private final StringBuilder text = new StringBuilder();

    BoundedText(Rendering rendering) {
        this.rendering = rendering;
    }

    BoundedText append(String part) {
        return append(part, 0, part.length());
    }

    BoundedText append(String part, int from, int to) {
        if ((long) text.length() + (to - from) > rendering.maxText()) {
            throw rendering.tooLong();
        }
        text.append(part, from, to);
        return this;
    }

    BoundedText append(char c) {
        if (text.length() >= rendering.maxText()) {
            throw rendering.tooLong();
        }
        text.append(c);
        return this;
    }

    Value value() {
        return new Value.Text(text.toString());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
