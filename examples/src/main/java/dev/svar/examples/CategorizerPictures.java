package dev.svar.examples;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What predictions look like. */
final class CategorizerPictures {
    private static final int CELL = 18;
    private static final int MARGIN = 110;
    private static final int SIDE = 300;
    private static final int EDGE = 50;
    private static final int BINS = 10;
    private static final String BLUE = "#1f5fa8";
    private static final String GRAY = "#bbbbbb";

    private CategorizerPictures() {}

    /** A row for each category: the darker a cell, the more of its texts were said to be of that column's. */
    static Svg confusion(Predictions predictions) {
        List<String> labels = predictions.all().stream()
                .flatMap(p -> Stream.of(p.gold(), p.predicted()))
                .distinct()
                .sorted()
                .toList();
        int size = labels.size() * CELL;
        Svg svg = new Svg(MARGIN + size + EDGE, MARGIN + size + EDGE);
        Map<String, Long> own = new HashMap<>();
        Map<List<String>, Long> cells = new HashMap<>();
        predictions.all().forEach(p -> {
            own.merge(p.gold(), 1L, Long::sum);
            cells.merge(List.of(p.gold(), p.predicted()), 1L, Long::sum);
        });
        for (int i = 0; i < labels.size(); i++) {
            double at = MARGIN + (double) i * CELL;
            svg.text(MARGIN - 6, at + CELL - 5, "end", labels.get(i));
            svg.upwards(at + CELL - 5, MARGIN - 6, labels.get(i));
        }
        for (int row = 0; row < labels.size(); row++) {
            for (int column = 0; column < labels.size(); column++) {
                String gold = labels.get(row);
                double share =
                        (double) cells.getOrDefault(List.of(gold, labels.get(column)), 0L) / own.getOrDefault(gold, 1L);
                svg.box(
                        MARGIN + (double) column * CELL,
                        MARGIN + (double) row * CELL,
                        CELL - 1,
                        CELL - 1,
                        shade(Math.sqrt(share)));
            }
        }
        svg.text(
                MARGIN,
                MARGIN + size + 20,
                "start",
                "rows: what it is; columns: what was said; the darker, the more of the row");
        return svg;
    }

    /** From nearly white to blue. */
    private static String shade(double share) {
        return String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                Math.round(240 - share * 209),
                Math.round(240 - share * 145),
                Math.round(240 - share * 72));
    }

    /** How many of the answers with a probability were right: the nearer to the diagonal, the more it means. */
    static Svg reliability(Predictions predictions) {
        Svg svg = axes("probability of the answer", "share that was right");
        svg.line(EDGE, EDGE + SIDE, EDGE + SIDE, EDGE, GRAY);
        for (int bin = 0; bin < BINS; bin++) {
            int number = bin;
            List<Prediction> of = predictions.all().stream()
                    .filter(p -> (int) Math.min(BINS - 1, p.probability() * BINS) == number)
                    .toList();
            if (!of.isEmpty()) {
                double sure = of.stream()
                        .mapToDouble(Prediction::probability)
                        .average()
                        .orElse(0);
                double right = (double) of.stream().filter(Prediction::isRight).count() / of.size();
                double radius = 2
                        + 10 * Math.sqrt((double) of.size() / predictions.all().size());
                svg.dot(EDGE + SIDE * sure, EDGE + SIDE * (1 - right), radius, BLUE);
            }
        }
        return svg;
    }

    /** How many were right after learning from so many texts, each step twice as many as the one before. */
    static Svg learningCurve(Map<Integer, Double> rightBySize) {
        Svg svg = axes("texts learned from", "share that was right");
        List<Map.Entry<Integer, Double>> points = List.copyOf(new TreeMap<>(rightBySize).entrySet());
        double step = (double) SIDE / Math.max(1, points.size() - 1);
        for (int i = 0; i < points.size(); i++) {
            double x = EDGE + i * step;
            double y = EDGE + SIDE * (1 - points.get(i).getValue());
            if (i > 0) {
                svg.line(x - step, EDGE + SIDE * (1 - points.get(i - 1).getValue()), x, y, BLUE);
            }
            svg.dot(x, y, 3, BLUE);
            svg.text(
                    x,
                    EDGE + SIDE + 15.0,
                    "middle",
                    String.valueOf(points.get(i).getKey()));
            svg.text(
                    x,
                    y - 8,
                    "middle",
                    String.format(Locale.ROOT, "%.0f %%", 100 * points.get(i).getValue()));
        }
        return svg;
    }

    private static Svg axes(String across, String up) {
        Svg svg = new Svg(SIDE + 2 * EDGE, SIDE + 2 * EDGE);
        svg.line(EDGE, EDGE + SIDE, EDGE + SIDE, EDGE + SIDE, "black");
        svg.line(EDGE, EDGE, EDGE, EDGE + SIDE, "black");
        svg.text(EDGE + SIDE / 2.0, SIDE + 2 * EDGE - 15, "middle", across);
        svg.upwards(15, EDGE + SIDE / 2.0 + 50, up);
        for (int tenths = 0; tenths <= BINS; tenths += 2) {
            double y = EDGE + SIDE * (1 - tenths / (double) BINS);
            svg.text(EDGE - 6, y + 4, "end", String.format(Locale.ROOT, "%.1f", tenths / (double) BINS));
        }
        return svg;
    }
}
