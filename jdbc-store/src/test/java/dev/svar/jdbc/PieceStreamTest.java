package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PieceStreamTest {
    private static final int SIZE = 5 * ContentRows.PIECE + 100;

    private final byte[] all = new byte[SIZE];
    private final List<Long> read = new ArrayList<>();

    PieceStreamTest() {
        new Random(4711).nextBytes(all);
    }

    private PieceStream open() {
        return new PieceStream(Arrays.copyOf(all, ContentRows.PIECE), place -> {
            read.add(place);
            int from = (int) place * ContentRows.PIECE;
            return from >= SIZE
                    ? Optional.empty()
                    : Optional.of(Arrays.copyOfRange(all, from, Math.min(SIZE, from + ContentRows.PIECE)));
        });
    }

    @Test
    void what_is_skipped_is_not_read_and_what_follows_is_right() throws IOException {
        long seed = 4712;
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            int from = random.nextInt(SIZE);
            read.clear();
            PieceStream stream = open();
            stream.skipNBytes(from);

            assertThat(stream.readNBytes(10))
                    .as("seed %d, from %d", seed, from)
                    .isEqualTo(Arrays.copyOfRange(all, from, Math.min(SIZE, from + 10)));
            assertThat(read).as("pieces read for %d", from).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void there_is_nothing_behind_the_end() throws IOException {
        PieceStream stream = open();
        stream.skipNBytes(SIZE);

        assertThat(stream.read()).isEqualTo(-1);
        assertThatThrownBy(() -> open().skipNBytes(SIZE + 1L)).isInstanceOf(EOFException.class);
        assertThat(open().skip(-1)).isZero();
    }
}
