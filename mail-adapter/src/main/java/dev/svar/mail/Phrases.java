package dev.svar.mail;

import java.util.Collection;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Phrases that are looked for all at once: a place in a text is read letter by letter only as far as some phrase goes on,
 * however many there are. Immutable.
 */
final class Phrases {
    private static final int NOWHERE = 0;
    private static final int ROOT = 1;

    /** What a small letter of ASCII has and a capital one has not. */
    private static final int SMALL = 0x20;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** A hash table of steps, each a node of the tree of all phrases and the letter that leads on from it. */
    private final long[] steps;

    /** The node that the step in the same slot leads to. */
    private final int[] targets;

    /** At which nodes a phrase ends. */
    private final boolean[] ends;

    /** The nodes that the first letters of ASCII lead to. */
    private final int[] firsts = new int[0x80];

    private final int shift;
    private final int longest;
    private final Signs lastLetters;

    Phrases(Collection<String> phrases) {
        int letters = phrases.stream().mapToInt(String::length).sum();
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(2 * letters + 1);
        this.steps = new long[1 << bits];
        this.targets = new int[1 << bits];
        this.shift = Long.SIZE - bits;
        this.longest = phrases.stream().mapToInt(String::length).max().orElse(0);
        this.lastLetters = Signs.of(phrases.stream()
                .filter(phrase -> !phrase.isEmpty())
                .map(phrase -> phrase.substring(phrase.length() - 1))
                .collect(Collectors.joining()));
        this.ends = new boolean[ROOT + letters + 1];
        int nodes = ROOT;
        for (String phrase : phrases) {
            int node = ROOT;
            for (int i = 0; i < phrase.length(); i++) {
                int slot = slot(node, phrase.charAt(i));
                if (targets[slot] == NOWHERE) {
                    steps[slot] = step(node, phrase.charAt(i));
                    targets[slot] = ++nodes;
                }
                node = targets[slot];
            }
            ends[node] = true;
        }
        for (char letter = 0; letter < firsts.length; letter++) {
            firsts[letter] = targets[slot(ROOT, letter)];
        }
    }

    boolean has(String words) {
        return has(words, 0, words.length());
    }

    /** Whether what stands between two places is one of the phrases. */
    boolean has(String words, int start, int end) {
        int node = ROOT;
        for (int i = start; i < end && node != NOWHERE; i++) {
            node = next(node, words.charAt(i));
        }
        return ends[node];
    }

    /** Whether one of them stands somewhere. */
    boolean isIn(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (isAt(words, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of them begins at a place. */
    boolean isAt(String words, int start) {
        return isAt(words, start, end -> true);
    }

    /** Whether one of them begins at a place and ends where it may. */
    boolean isAt(String words, int start, IntPredicate mayEnd) {
        int node = ROOT;
        for (int i = start; i < words.length(); i++) {
            node = next(node, words.charAt(i));
            if (node == NOWHERE) {
                return false;
            }
            if (ends[node] && mayEnd.test(i + 1)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether one of them may begin the plain words of a text: not if the letters of ASCII that the text begins with lead
     * nowhere.
     */
    boolean mayBegin(String text, int start, int end) {
        int node = ROOT;
        for (int i = start; i < end && !ends[node] && isAsciiLetter(text.charAt(i)); i++) {
            node = next(node, (char) (text.charAt(i) | SMALL));
        }
        return node != NOWHERE;
    }

    /** The same by all words of ASCII up to the first bracket; not if the text ends before any phrase does. */
    boolean mayBeginWords(String text, int start, int end) {
        int node = ROOT;
        boolean space = false;
        for (int i = start; i < end && !ends[node]; i++) {
            char c = text.charAt(i);
            if (c <= ' ') {
                space = true;
                continue;
            }
            if (c >= 0x7F || c == '*' || c == '<' || c == '(') {
                return true;
            }
            node = space ? next(node, ' ') : node;
            space = false;
            if (ends[node]) {
                return true;
            }
            node = next(node, isAsciiLetter(c) ? (char) (c | SMALL) : c);
            if (node == NOWHERE) {
                return false;
            }
        }
        return ends[node];
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Whether one of them ends at a place. */
    boolean endAt(String words, int end) {
        if (end == 0 || !lastLetters.has(words.charAt(end - 1))) {
            return ends[ROOT];
        }
        for (int start = Math.max(0, end - longest); start <= end; start++) {
            if (has(words, start, end)) {
                return true;
            }
        }
        return false;
    }

    private int next(int node, char letter) {
        return node == ROOT && letter < firsts.length ? firsts[letter] : targets[slot(node, letter)];
    }

    /** Where a step is, or where it would be: a slot that leads nowhere. */
    private int slot(int node, char letter) {
        long step = step(node, letter);
        int slot = (int) ((step * SPREAD) >>> shift);
        while (targets[slot] != NOWHERE && steps[slot] != step) {
            slot = (slot + 1) & (steps.length - 1);
        }
        return slot;
    }

    private static long step(int node, char letter) {
        return (long) node << Character.SIZE | letter;
    }
}
