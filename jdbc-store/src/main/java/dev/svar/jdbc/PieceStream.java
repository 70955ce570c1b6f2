package dev.svar.jdbc;

import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;

/** Reads a content piece by piece, each when it is wanted, so that no connection waits for who reads slowly. */
final class PieceStream extends InputStream {
    private final LongFunction<Optional<byte[]>> later;
    private byte[] piece;
    private long place;
    private int at;

    PieceStream(byte[] first, LongFunction<Optional<byte[]>> later) {
        this.piece = first;
        this.later = later;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) {
        Objects.checkFromIndexSize(from, most, into.length);
        if (most == 0) {
            return 0;
        }
        if (at == piece.length && !goesOn()) {
            return -1;
        }
        int read = Math.min(most, piece.length - at);
        System.arraycopy(piece, at, into, from, read);
        at += read;
        return read;
    }

    /** Whole pieces are passed over without being read; whoever skips beyond the end finds nothing there. */
    @Override
    public long skip(long count) {
        long here = Math.min(Math.max(count, 0), piece.length - at);
        at += (int) here;
        long whole = piece.length < ContentRows.PIECE ? 0 : (count - here) / ContentRows.PIECE;
        place += whole;
        return here + whole * ContentRows.PIECE;
    }

    /** Behind a piece that is not full there is none, and an empty one is not looked behind. */
    private boolean goesOn() {
        if (piece.length < ContentRows.PIECE) {
            return false;
        }
        place++;
        piece = later.apply(place).orElseGet(() -> new byte[0]);
        at = 0;
        return piece.length > 0;
    }
}
