package dev.svar.search;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.SmallFloat;

/**
 * What a word counts in a field by how often it is there and how long the field is: the formula of BM25 without the rarity of
 * the word, which the question brings along. In titles, which are short, hardly any word is common, so that it takes the bodies
 * to know that "how" is.
 */
final class Measure {
    private static final double REPETITION = 1.2;
    private static final double LENGTH = 0.75;
    private static final double LENGTH_OF_PASSAGES = 0.375;
    private static final int NORMS = 256;

    private final String field;
    private final float[] byNorm = new float[NORMS];

    private Measure(String field, double average, double length) {
        this.field = field;
        for (int norm = 0; norm < NORMS; norm++) {
            double words = SmallFloat.byte4ToInt((byte) norm);
            byNorm[norm] = (float) (REPETITION * (1 - length + length * words / average));
        }
    }

    static Measure of(IndexReader reader, String field) throws IOException {
        return new Measure(field, average(reader.getSumTotalTermFreq(field), reader.getDocCount(field)), LENGTH);
    }

    /** Of a field of a text that is one of several kinds which are measured together. */
    static Measure of(String field, long length, long texts) {
        return new Measure(field, average(length, texts), LENGTH);
    }

    /** Whatever the length. */
    static Measure ofAnyLength(String field) {
        return new Measure(field, 1, 0);
    }

    /** Of passages that are so long together. */
    static Measure ofPassages(long length, long passages) {
        return new Measure("", average(length, passages), LENGTH_OF_PASSAGES);
    }

    private static double average(long length, double texts) {
        return Math.max(1, length / Math.max(1, texts));
    }

    /** The field that is measured, if it is one of the index. */
    String field() {
        return field;
    }

    /** By the length as Lucene keeps it. */
    float count(int times, long norm) {
        return times / (times + byNorm[(int) (norm & 0xff)]);
    }

    /** By the length itself. */
    float countIn(int times, int length) {
        return count(times, SmallFloat.intToByte4(length));
    }
}
