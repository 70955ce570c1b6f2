package dev.svar.mail;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;

/** An mbox file while it is read, from a mark on: what lies before it costs nothing. */
final class OpenMbox implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final SeekableByteChannel file;
    private final String source;
    private MboxReader reader;
    private MboxMark mark = MboxMark.START;

    OpenMbox(SeekableByteChannel file, String source) {
        this.file = file;
        this.source = source;
        this.reader = from(mark);
    }

    /** Begins behind what was taken, if this is still the file that it was taken from. */
    void goOn(MboxMark kept) throws IOException {
        mark = kept.fits(file) ? kept : MboxMark.START;
        file.position(mark.place());
        reader = from(mark);
    }

    private MboxReader from(MboxMark start) {
        BufferedInputStream in = new BufferedInputStream(Channels.newInputStream(file), BUFFER);
        return new MboxReader(in, source, start.number(), start.place());
    }

    /** The next message, if there is one more. */
    Optional<RawMail> next() throws IOException {
        Optional<RawMail> next = reader.next();
        if (next.isPresent()) {
            mark = MboxMark.of(file, mark.number() + 1, reader.place());
        }
        return next;
    }

    /** How far the file is taken with the last message. */
    MboxMark mark() {
        return mark;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
