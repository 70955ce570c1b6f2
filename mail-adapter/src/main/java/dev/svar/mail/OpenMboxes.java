package dev.svar.mail;

import jakarta.mail.MessagingException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A folder of mbox files while it is gone through, one message after the other. */
final class OpenMboxes implements OpenMailbox<OpenMboxes.Place> {
    private final FolderInbox inbox;
    private @Nullable InputStream open;

    OpenMboxes(FolderInbox inbox) {
        this.inbox = inbox;
    }

    /** A message of a file: the so-manyth. */
    record Place(Path file, UUID fileId, long number, RawMail mail) {}

    @Override
    public MailRow<Place> waiting(FetchTurn turn) throws MessagingException {
        return new Row(turn, inbox.files().iterator());
    }

    private final class Row implements MailRow<Place> {
        private final FetchTurn turn;
        private final Iterator<Path> files;
        private Optional<Path> file = Optional.empty();
        private Optional<MboxReader> reader = Optional.empty();
        private UUID fileId = new UUID(0, 0);
        private long number;
        private Optional<RawMail> next = Optional.empty();

        Row(FetchTurn turn, Iterator<Path> files) {
            this.turn = turn;
            this.files = files;
        }

        @Override
        public boolean hasNext() throws MessagingException {
            try {
                while (next.isEmpty() && (reader.isPresent() || files.hasNext())) {
                    if (reader.isEmpty()) {
                        begin(files.next());
                    }
                    read();
                }
                return next.isPresent();
            } catch (IOException e) {
                throw new MessagingException("a file cannot be read", e);
            }
        }

        private void begin(Path path) throws IOException {
            try {
                InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
                open = in;
                file = Optional.of(path);
                fileId = inbox.id(path);
                number = 0;
                reader = Optional.of(new MboxReader(in, path.toString()));
                long taken = turn.kept(fileId);
                while (number < taken && reader.get().next().isPresent()) {
                    number++;
                }
            } catch (NoSuchFileException e) {
                // Somebody was faster.
                return;
            }
        }

        /** Of a file in which nothing is left everything was taken. */
        private void read() throws IOException {
            if (reader.isEmpty()) {
                return;
            }
            next = reader.get().next();
            if (next.isEmpty()) {
                close();
                reader = Optional.empty();
                if (turn.commit(turn.keeping(fileId, 0))) {
                    inbox.move(file.orElseThrow(), Fate.TAKEN);
                }
            } else {
                number++;
            }
        }

        @Override
        public Waiting<Place> next() {
            RawMail mail = next.orElseThrow();
            next = Optional.empty();
            Path path = file.orElseThrow();
            UUID id = MailServerAddress.name(fileId.toString(), String.valueOf(number));
            String label = "message " + number + " of " + path.getFileName();
            return new Waiting<>(id, number, label, new Place(path, fileId, number, mail));
        }
    }

    @Override
    public Optional<RawMail> load(Waiting<Place> waiting) {
        return Optional.of(waiting.message().mail());
    }

    @Override
    public Optional<RawMail> loadHeader(Waiting<Place> waiting) {
        RawMail mail = waiting.message().mail();
        byte[] start = Arrays.copyOf(mail.shared(), Math.min(mail.shared().length, MailReader.MAX_HEADER_BYTES));
        return Optional.of(new RawMail(mail.source(), start, Math.max(mail.size(), start.length + 1L)));
    }

    /** A copy of what is in quarantine comes first: a place that is noted is never looked at again. */
    @Override
    public boolean taken(FetchTurn turn, Waiting<Place> waiting, Fate fate) {
        Place place = waiting.message();
        if (fate != Fate.TAKEN) {
            copy(place);
        }
        return turn.commit(turn.keeping(place.fileId(), place.number()));
    }

    private void copy(Place place) {
        Path target = inbox.target(String.valueOf(place.file().getFileName()), Fate.QUARANTINED);
        try {
            Files.createDirectories(Optional.ofNullable(target.getParent()).orElseThrow());
            try (OutputStream out =
                    Files.newOutputStream(target, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                out.write(MboxReader.entry(place.mail().shared()));
            }
        } catch (IOException e) {
            throw new MailboxException(inbox.toString(), "a message that failed cannot be copied", true, e);
        }
    }

    /** The file goes when all of it was taken. */
    @Override
    public void acknowledge(Waiting<Place> waiting, Fate fate) {}

    @Override
    public void abort() {
        close();
    }

    @Override
    public void close() {
        InputStream in = open;
        open = null;
        if (in != null) {
            try {
                in.close();
            } catch (IOException e) {
                // It was only read.
                return;
            }
        }
    }
}
