package dev.svar.template;

import java.util.Arrays;

/** The source of a template that knows its lines. */
final class Source {
    private final String text;
    private final int[] lineStarts;

    Source(String text) {
        this.text = text;
        int[] starts = new int[16];
        int lines = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (lines == starts.length) {
                starts = Arrays.copyOf(starts, lines * 2);
            }
            starts[lines++] = at + 1;
        }
        this.lineStarts = Arrays.copyOf(starts, lines);
    }

    String text() {
        return text;
    }

    Position position(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, offset - lineStarts[line] + 1);
    }

    TemplateSyntaxException error(int offset, String problem) {
        Position position = position(offset);
        return new TemplateSyntaxException(position.line(), position.column(), problem);
    }
}
