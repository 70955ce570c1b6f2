package dev.svar.template;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/** The elements of a range, made when they are asked for. Immutable. */
final class Span extends AbstractList<Value> implements RandomAccess {
    private final long first;
    private final long last;
    private final int size;

    Span(long first, long last, int size) {
        this.first = first;
        this.last = last;
        this.size = size;
    }

    @Override
    public Value get(int index) {
        return new Value.Num(first + Objects.checkIndex(index, size));
    }

    @Override
    public int size() {
        return size;
    }

    /** How a range prints, as it was stated even if there is nothing between its ends. */
    @Override
    public String toString() {
        return first + ".." + last;
    }
}
