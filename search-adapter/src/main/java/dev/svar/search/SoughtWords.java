package dev.svar.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.ArrayUtil;

/**
 * The stems and the pieces of words that a question seeks, each with a number, and tables in which those of a text are found as
 * they are read, letter by letter, without making strings of them.
 */
final class SoughtWords {
    private static final int BITS_OF_A_LETTER = 16;

    /** An odd number whose bits are spread: two to the power of 64, divided by the golden ratio. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final int words;
    private final int size;
    private final int[][] soughtBy;
    private final int[][] countedBy;

    private final String[] stems;
    private final int[] stemNumbers;
    private final long[] pieces;
    private final int[] pieceNumbers;
    private final int shift;
    private char[] letters = new char[64];

    SoughtWords(List<Counted> words, List<Counted> pieces) {
        this.words = words.size();
        this.soughtBy = new int[words.size() + pieces.size()][];
        Map<String, Integer> stemsByWord = number(words, 0, 0);
        Map<String, Integer> piecesByWord = number(pieces, words.size(), stemsByWord.size());
        this.size = stemsByWord.size() + piecesByWord.size();
        this.countedBy = countedBy();
        // A quarter full at most, so that most of what is not sought falls into a gap at once.
        int slots = Math.max(
                16, Integer.highestOneBit(Math.max(1, 8 * Math.max(stemsByWord.size(), piecesByWord.size()) - 1)));
        this.shift = Long.SIZE - Integer.numberOfTrailingZeros(slots);
        this.stems = new String[slots];
        this.stemNumbers = new int[slots];
        this.pieces = new long[slots];
        this.pieceNumbers = new int[slots];
        Arrays.fill(stems, "");
        Arrays.fill(stemNumbers, -1);
        Arrays.fill(pieceNumbers, -1);
        stemsByWord.forEach(this::putStem);
        piecesByWord.forEach(this::putPiece);
    }

    private Map<String, Integer> number(List<Counted> counted, int first, int from) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < counted.size(); i++) {
            soughtBy[first + i] = counted.get(i).terms().stream()
                    .mapToInt(term -> numbers.computeIfAbsent(term.word(), added -> from + numbers.size()))
                    .toArray();
        }
        return numbers;
    }

    private int[][] countedBy() {
        List<List<Integer>> by = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            by.add(new ArrayList<>());
        }
        for (int i = 0; i < soughtBy.length; i++) {
            for (int word : soughtBy[i]) {
                by.get(word).add(i);
            }
        }
        return by.stream()
                .map(all -> all.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private void putStem(String stem, int number) {
        int slot = slot(stem.hashCode());
        while (stemNumbers[slot] >= 0) {
            slot = (slot + 1) % stems.length;
        }
        stems[slot] = stem;
        stemNumbers[slot] = number;
    }

    private void putPiece(String piece, int number) {
        long packed = 0;
        for (int i = 0; i < piece.length(); i++) {
            packed = (packed << BITS_OF_A_LETTER) | piece.charAt(i);
        }
        int slot = slot(packed);
        while (pieceNumbers[slot] >= 0) {
            slot = (slot + 1) % pieces.length;
        }
        pieces[slot] = packed;
        pieceNumbers[slot] = number;
    }

    private int slot(long key) {
        return (int) ((key * SPREAD) >>> shift);
    }

    /** How many are words; the others are pieces. */
    int words() {
        return words;
    }

    /** How many different ones are sought. */
    int size() {
        return size;
    }

    /** The numbers of what is sought for one that is counted, in the order of its terms. */
    int[] soughtBy(int counted) {
        return soughtBy[counted];
    }

    /** Which of those that are counted seek a word. */
    int[] countedBy(int number) {
        return countedBy[number];
    }

    /** Reads a stem: its number, or less than 0 if it is not sought. */
    int stem(ByteArrayDataInput in) {
        int length = in.readVInt();
        letters = ArrayUtil.grow(letters, length);
        int hash = 0;
        for (int i = 0; i < length; i++) {
            letters[i] = (char) in.readVInt();
            hash = 31 * hash + letters[i]; // as String.hashCode does
        }
        int slot = slot(hash);
        while (stemNumbers[slot] >= 0) {
            if (isLetters(stems[slot], hash, length)) {
                return stemNumbers[slot];
            }
            slot = (slot + 1) % stems.length;
        }
        return -1;
    }

    private boolean isLetters(String stem, int hash, int length) {
        return stem.hashCode() == hash
                && stem.length() == length
                && Arrays.equals(stem.toCharArray(), 0, length, letters, 0, length);
    }

    /** Reads a word of so many letters and adds the numbers of its pieces that are sought; says where they end. */
    int pieces(ByteArrayDataInput in, int length, int[] found, int from) {
        int end = from;
        int read = Math.min(length, Pieces.MAX_WORD);
        long piece = Pieces.MARK;
        for (int i = 0; i < read; i++) {
            piece = (piece << BITS_OF_A_LETTER) | (char) in.readVInt();
            if (i + 2 >= Pieces.LETTERS) {
                end = add(piece, found, end);
            }
        }
        for (int i = read; i < length; i++) {
            in.readVInt();
        }
        return length == 0 ? end : add((piece << BITS_OF_A_LETTER) | Pieces.MARK, found, end);
    }

    private int add(long piece, int[] found, int end) {
        int slot = slot(piece);
        while (pieceNumbers[slot] >= 0) {
            if (pieces[slot] == piece) {
                found[end] = pieceNumbers[slot];
                return end + 1;
            }
            slot = (slot + 1) % pieces.length;
        }
        return end;
    }
}
