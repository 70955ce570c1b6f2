package dev.svar.examples;

import dev.svar.knowledge.ArticleHit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Measures of a search; those of ranks are over the questions that an article answers. */
record RankedQuestions(List<RankedQuestion> all) {
    private static final int FIRST_PAGE = 10;

    static RankedQuestions of(AskedArticles asked, Shelved shelved) {
        List<RankedQuestion> all = new ArrayList<>();
        for (LabeledText question : asked.asked()) {
            List<String> found = shelved.ranked(question.text()).stream()
                    .map(ArticleHit::article)
                    .toList();
            boolean answerable = !asked.known(question).isEmpty();
            all.add(new RankedQuestion(AskedArticles.ids(question), answerable, found));
        }
        return new RankedQuestions(all);
    }

    void print(Measures measures) {
        List<RankedQuestion> answerable =
                all.stream().filter(RankedQuestion::answerable).toList();
        measures.print("questions", "%d, of them %d that an article answers", all.size(), answerable.size());
        for (int first : new int[] {1, 3, 5}) {
            double share = answerable.stream()
                    .mapToDouble(question -> question.isAmong(first) ? 1 : 0)
                    .average()
                    .orElse(0);
            measures.print("Recall@" + first, "%.4f", share);
        }
        double reciprocal = answerable.stream()
                .mapToDouble(question -> question.isAmong(FIRST_PAGE) ? 1.0 / question.rank() : 0)
                .average()
                .orElse(0);
        measures.print("MRR@10", "%.4f", reciprocal);
    }

    /** A line {@code right ids<TAB>ranked ids} each. */
    void write(Path file) {
        try {
            Files.writeString(file, all.stream().map(RankedQuestion::line).collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UsageException("cannot write " + file);
        }
    }
}
