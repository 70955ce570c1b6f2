package dev.svar.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the body of an article into passages: two sentences that follow one another, so that each sentence is in two of them;
 * a blank line ends one.
 */
final class Passages {
    /** The most characters of a sentence; a longer one is cut between words. */
    static final int MAX_SENTENCE = 300;

    /** The most passages of a body. */
    static final int MAX_PASSAGES = 500;

    private Passages() {}

    static List<String> of(String body) {
        List<String> passages = new ArrayList<>();
        for (String paragraph : paragraphs(body)) {
            List<String> sentences = sentences(paragraph);
            for (int i = 0; i < sentences.size() && passages.size() < MAX_PASSAGES; i++) {
                boolean last = i + 1 == sentences.size();
                if (!last) {
                    passages.add(sentences.get(i) + " " + sentences.get(i + 1));
                } else if (sentences.size() == 1) {
                    passages.add(sentences.get(i));
                }
            }
        }
        return passages;
    }

    private static List<String> paragraphs(String body) {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        body.lines().forEach(line -> {
            if (line.isBlank() && !paragraph.isEmpty()) {
                paragraphs.add(paragraph.toString());
                paragraph.setLength(0);
            } else if (!line.isBlank()) {
                paragraph.append(line.strip()).append('\n');
            }
        });
        paragraphs.add(paragraph.toString());
        return paragraphs;
    }

    private static List<String> sentences(String paragraph) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        int space = -1;
        for (int i = 0; i < paragraph.length(); i++) {
            boolean gap = Character.isWhitespace(paragraph.charAt(i));
            boolean ends = gap && (paragraph.charAt(i) == '\n' || (i > 0 && ends(paragraph.charAt(i - 1))));
            if (gap) {
                space = i;
            }
            if (ends) {
                add(sentences, paragraph.substring(start, i));
                start = i;
            } else if (i - start >= MAX_SENTENCE) {
                int cut = space > start ? space : i;
                add(sentences, paragraph.substring(start, cut));
                start = cut;
            }
        }
        add(sentences, paragraph.substring(start));
        return sentences;
    }

    private static boolean ends(char c) {
        return c == '.' || c == '!' || c == '?' || c == '…';
    }

    private static void add(List<String> sentences, String sentence) {
        if (!sentence.isBlank()) {
            sentences.add(sentence.strip());
        }
    }
}
