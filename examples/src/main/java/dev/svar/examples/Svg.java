package dev.svar.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A drawing of a few hundred shapes, as text. Numbers are pixels from the left and from the top. */
final class Svg {
    private final StringBuilder shapes = new StringBuilder();
    private final int width;
    private final int height;

    Svg(int width, int height) {
        this.width = width;
        this.height = height;
    }

    void box(double x, double y, double wide, double high, String color) {
        add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>", x, y, wide, high, color);
    }

    void line(double fromX, double fromY, double toX, double toY, String color) {
        add(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"1.5\"/>",
                fromX, fromY, toX, toY, color);
    }

    void dot(double x, double y, double radius, String color) {
        add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>", x, y, radius, color);
    }

    /** @param anchor {@code start}, {@code middle} or {@code end}: what of the text is at the place */
    void text(double x, double y, String anchor, String text) {
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, escaped(text));
    }

    void upwards(double x, double y, String text) {
        add("<text x=\"%1$.1f\" y=\"%2$.1f\" transform=\"rotate(-90 %1$.1f %2$.1f)\">%3$s</text>", x, y, escaped(text));
    }

    private void add(String shape, Object... values) {
        shapes.append(String.format(Locale.ROOT, shape, values)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    void write(Path file) {
        String drawing = String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"11\">\n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n%s</svg>\n",
                width,
                height,
                shapes);
        try {
            Files.writeString(file, drawing);
        } catch (IOException e) {
            throw new UsageException("cannot write " + file);
        }
    }
}
