package dev.svar;

import dev.svar.knowledge.Suggestion;
import dev.svar.ticket.TicketId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Groups questions that no article answered by the words that they have in common. Not safe for use by several threads. */
final class MissingArticles {
    /** Questions that are like none of so many groups are not grouped any more: what comes often has come by then. */
    static final int MAX_GROUPS = 500;

    /** How many of the words of two questions must be the same, so that they are one. */
    private static final double ALIKE = 0.5;

    /** Shorter words say little, in all languages. */
    private static final int SHORTEST_WORD = 3;

    private static final int MAX_WORDS = 40;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final List<Group> groups = new ArrayList<>();
    private final Map<String, List<Group>> byWord = new HashMap<>();

    /** Questions like the first of them. */
    private static final class Group {
        private final String first;
        private final Set<String> words;
        private final List<TicketId> tickets = new ArrayList<>();
        private long times;

        Group(String first, Set<String> words) {
            this.first = first;
            this.words = words;
        }

        double likeness(Set<String> other, int common) {
            return (double) common / (words.size() + other.size() - common);
        }

        void add(Suggestion question) {
            times++;
            question.ticket()
                    .filter(ticket -> tickets.size() < MissingArticle.MAX_TICKETS)
                    .ifPresent(tickets::add);
        }
    }

    void add(Suggestion question) {
        boolean unanswered = question.ticket().isPresent() || question.shown().isEmpty();
        Set<String> words = words(question.words());
        if (!unanswered || words.isEmpty()) {
            return;
        }
        Map<Group, Integer> common = new LinkedHashMap<>();
        for (String word : words) {
            byWord.getOrDefault(word, List.of()).forEach(group -> common.merge(group, 1, Integer::sum));
        }
        common.entrySet().stream()
                .filter(group -> group.getKey().likeness(words, group.getValue()) >= ALIKE)
                .max(Comparator.comparingDouble(group -> group.getKey().likeness(words, group.getValue())))
                .ifPresentOrElse(group -> group.getKey().add(question), () -> begin(question, words));
    }

    private void begin(Suggestion question, Set<String> words) {
        if (groups.size() < MAX_GROUPS) {
            Group group = new Group(question.words(), words);
            group.add(question);
            groups.add(group);
            words.forEach(word ->
                    byWord.computeIfAbsent(word, unknown -> new ArrayList<>()).add(group));
        }
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (String word : NO_WORD.split(text.toLowerCase(Locale.ROOT), -1)) {
            if (word.length() >= SHORTEST_WORD && words.size() < MAX_WORDS) {
                words.add(word);
            }
        }
        return words;
    }

    List<MissingArticle> most(int limit) {
        return groups.stream()
                .sorted(Comparator.comparingLong((Group group) -> group.times).reversed())
                .limit(limit)
                .map(group -> new MissingArticle(group.first, group.times, group.tickets))
                .toList();
    }
}
