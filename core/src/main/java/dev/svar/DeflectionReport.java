package dev.svar;

import java.util.List;

/**
 * What came of suggesting articles to people who were about to ask. Each question counts once, however long it was typed.
 *
 * @param questions how many questions were asked
 * @param shown for how many of them an article was shown
 * @param opened for how many one was opened
 * @param solved how many were answered so, without a ticket
 * @param askedAllTheSame how many became a ticket all the same, though an article was shown
 * @param askedWithoutAny how many became a ticket, and no article had been shown
 * @param articles the same for each article that was shown, those that solved most first
 * @param complete whether all questions of the time were looked at: of more than {@value #MAX_QUESTIONS} the first ones are
 */
public record DeflectionReport(
        long questions,
        long shown,
        long opened,
        long solved,
        long askedAllTheSame,
        long askedWithoutAny,
        List<ArticleDeflection> articles,
        boolean complete) {
    /** The most questions that a report looks at. */
    public static final int MAX_QUESTIONS = 200_000;

    /**
     * Copies.
     *
     * @param questions how many questions were asked
     * @param shown for how many of them an article was shown
     * @param opened for how many one was opened
     * @param solved how many were answered so, without a ticket
     * @param askedAllTheSame how many became a ticket all the same
     * @param askedWithoutAny how many became a ticket, and no article had been shown
     * @param articles the same for each article that was shown
     * @param complete whether all questions of the time were looked at
     */
    public DeflectionReport {
        articles = List.copyOf(articles);
    }
}
