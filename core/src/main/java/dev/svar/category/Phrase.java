package dev.svar.category;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of words: {@code (a|b c)} is one of several, {@code [a|b c]} one or none, another word is itself.
 *
 * @param steps what must follow each other
 */
record Phrase(List<Step> steps) {
    private static final Pattern STEP = Pattern.compile("\\(([^()\\[\\]]+)\\)|\\[([^()\\[\\]]+)]|([^()\\[\\]|\\s]+)");

    Phrase {
        steps = List.copyOf(steps);
        if (steps.stream().allMatch(Step::optional)) {
            throw new IllegalStateException("a phrase must not match nothing");
        }
    }

    static Phrase of(String pattern) {
        List<Step> steps = new ArrayList<>();
        Matcher step = STEP.matcher(pattern);
        int end = 0;
        while (step.find()) {
            String between = pattern.substring(end, step.start());
            if (!between.isBlank()) {
                throw new IllegalStateException("not a phrase: " + pattern);
            }
            String choices = step.group(1) != null ? step.group(1) : step.group(2);
            steps.add(Step.of(choices == null ? step.group() : choices, step.group(2) != null));
            end = step.end();
        }
        if (!pattern.substring(end).isBlank()) {
            throw new IllegalStateException("not a phrase: " + pattern);
        }
        return new Phrase(steps);
    }

    /** Where one of the phrases may end that begins at one of the positions. */
    static long after(List<Phrase> phrases, List<Word> words, long from) {
        long ends = 0;
        if (from != 0) {
            for (Phrase phrase : phrases) {
                ends |= phrase.after(words, from);
            }
        }
        return ends;
    }

    /** The words that it may begin with. */
    Set<String> firstWords() {
        Set<String> first = new HashSet<>();
        for (Step step : steps) {
            first.addAll(step.choices().keySet());
            if (!step.optional()) {
                break;
            }
        }
        return first;
    }

    private long after(List<Word> words, long from) {
        long positions = from;
        for (Step step : steps) {
            if (positions == 0) {
                return 0;
            }
            positions = step.after(words, positions);
        }
        return positions;
    }

    /**
     * One of several word sequences, by their first word.
     *
     * @param choices the sequences
     * @param optional whether it may be left out
     */
    record Step(Map<String, List<List<String>>> choices, boolean optional) {
        static Step of(String choices, boolean optional) {
            Map<String, List<List<String>>> byFirst = new HashMap<>();
            for (String choice : choices.split("\\|", -1)) {
                List<String> sequence = List.of(choice.strip().split("\\s+", -1)).stream()
                        .map(Spelling::folded)
                        .toList();
                byFirst.computeIfAbsent(sequence.get(0), w -> new ArrayList<>()).add(sequence);
            }
            return new Step(Map.copyOf(byFirst), optional);
        }

        long after(List<Word> words, long from) {
            long ends = optional ? from : 0;
            for (long rest = from; rest != 0; rest &= rest - 1) {
                int position = Long.numberOfTrailingZeros(rest);
                if (position < words.size()) {
                    ends |= after(words, position);
                }
            }
            return ends;
        }

        private long after(List<Word> words, int position) {
            long ends = 0;
            for (List<String> choice : choices.getOrDefault(words.get(position).folded(), List.of())) {
                if (matches(choice, words, position)) {
                    ends |= 1L << (position + choice.size());
                }
            }
            return ends;
        }

        private static boolean matches(List<String> choice, List<Word> words, int position) {
            if (position + choice.size() > words.size()) {
                return false;
            }
            for (int i = 1; i < choice.size(); i++) {
                if (!choice.get(i).equals(words.get(position + i).folded())) {
                    return false;
                }
            }
            return true;
        }
    }
}
