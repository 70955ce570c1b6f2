package dev.svar.mail;

import dev.svar.message.Content;
import dev.svar.store.Cursor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.UUID;

/**
 * How far an mbox file was taken. With the place goes a print of the file: one that was put there instead, with the same name and
 * time, is told by it, and taken from its beginning. What was taken before is known by its receipt.
 *
 * @param number how many messages were taken
 * @param place how many bytes they are, which is where the next one begins
 * @param print a digest of the file's size, of its first bytes and of its last ones before the place
 */
record MboxMark(long number, long place, long print) {
    static final MboxMark START = new MboxMark(0, 0, 0);

    private static final int PRINTED = 4_096;
    private static final int DIGITS = 15;

    static MboxMark of(SeekableByteChannel file, long number, long place) throws IOException {
        return new MboxMark(number, place, print(file, place));
    }

    static MboxMark kept(FetchTurn turn, UUID fileId) {
        return new MboxMark(turn.kept(fileId), turn.kept(placeId(fileId)), turn.kept(printId(fileId)));
    }

    /** What keeps it; of {@link #START} nothing is kept. */
    Cursor[] keeping(FetchTurn turn, UUID fileId) {
        return new Cursor[] {
            turn.keeping(fileId, number), turn.keeping(placeId(fileId), place), turn.keeping(printId(fileId), print)
        };
    }

    /** Whether it is of this file. */
    boolean fits(SeekableByteChannel file) throws IOException {
        return print == print(file, place);
    }

    private static UUID placeId(UUID fileId) {
        return MailServerAddress.name(fileId.toString(), "place");
    }

    private static UUID printId(UUID fileId) {
        return MailServerAddress.name(fileId.toString(), "print");
    }

    /** The channel stands afterwards where it stood. */
    private static long print(SeekableByteChannel file, long place) throws IOException {
        long stood = file.position();
        long start = Math.max(0, place - PRINTED);
        ByteBuffer printed = ByteBuffer.allocate(Long.BYTES + PRINTED + (int) (place - start));
        printed.putLong(file.size());
        read(file, 0, printed.limit(Long.BYTES + PRINTED));
        read(file, start, printed.position(printed.limit()).limit(printed.capacity()));
        file.position(stood);
        String digest = Content.of(printed.array()).ref().digest();
        return Long.parseLong(digest, 0, DIGITS, 16);
    }

    private static void read(SeekableByteChannel file, long from, ByteBuffer into) throws IOException {
        file.position(from);
        while (into.hasRemaining() && file.read(into) >= 0) {
            continue;
        }
    }
}
