package dev.svar.search;

import dev.svar.knowledge.ArticleHit;
import dev.svar.knowledge.ArticleQuestion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Ranks articles for a question. Each language is ranked by itself, since only there scores compare; what is found in several is
 * merged by confidence.
 */
final class Ranking {
    private final View view;

    Ranking(View view) {
        this.view = view;
    }

    List<ArticleHit> hits(ArticleQuestion question) throws IOException {
        List<ArticleHit> hits = new ArrayList<>();
        Set<Chain> chains = chains(question);
        for (Chain chain : chains) {
            addHits(hits, question, chain);
        }
        if (chains.size() > 1) {
            hits.sort(Comparator.comparingDouble(ArticleHit::confidence).reversed());
        }
        Set<String> seen = new HashSet<>();
        return hits.stream()
                .filter(hit -> seen.add(hit.article()))
                .limit(question.limit())
                .toList();
    }

    private Set<Chain> chains(ArticleQuestion question) throws IOException {
        Set<Chain> chains = new LinkedHashSet<>();
        question.languages().forEach(language -> chains.add(Chains.of(language)));
        if (chains.isEmpty()) {
            chains.addAll(Chains.all());
        }
        Set<Chain> used = new LinkedHashSet<>();
        for (Chain chain : chains) {
            if (view.reader().getDocCount(Field.ANY.in(chain)) > 0) {
                used.add(chain);
            }
        }
        return used;
    }

    private void addHits(List<ArticleHit> hits, ArticleQuestion question, Chain chain) throws IOException {
        Lookup lookup = new Lookup(view);
        QuestionWords words = QuestionWords.of(lookup, chain, question.text());
        if (words.words().isEmpty()) {
            return;
        }
        List<Candidate> candidates = new Candidates(lookup, chain).of(question, words);
        Confidence confidence = new Confidence(lookup, chain, words, candidates);
        for (int i = 0; i < Math.min(question.limit(), candidates.size()); i++) {
            double sure = confidence.of(i);
            if (sure >= question.sureness()) {
                hits.add(Shown.hit(lookup, candidates.get(i), sure));
            }
        }
    }
}
