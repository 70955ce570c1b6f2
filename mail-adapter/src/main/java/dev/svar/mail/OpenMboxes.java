package dev.svar.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder of mbox files while it is gone through, one message after the other. */
final class OpenMboxes implements OpenMailbox<OpenMboxes.Place> {
    private static final Logger LOG = LoggerFactory.getLogger(OpenMboxes.class);

    private final FolderInbox inbox;
    private @Nullable OpenMbox open;

    OpenMboxes(FolderInbox inbox) {
        this.inbox = inbox;
    }

    /** A message of a file, and how far it was taken with this one. */
    record Place(Path file, UUID fileId, MboxMark mark, RawMail mail) {}

    @Override
    public MailRow<Place> waiting(FetchTurn turn) throws MessagingException {
        return new Row(turn, inbox.files().iterator());
    }

    private final class Row implements MailRow<Place> {
        private final FetchTurn turn;
        private final Iterator<Path> files;
        private Optional<Path> file = Optional.empty();
        private Optional<OpenMbox> reader = Optional.empty();
        private UUID fileId = new UUID(0, 0);
        private MboxMark mark = MboxMark.START;
        private Optional<RawMail> next = Optional.empty();

        Row(FetchTurn turn, Iterator<Path> files) {
            this.turn = turn;
            this.files = files;
        }

        @Override
        public boolean hasNext() {
            while (next.isEmpty() && (reader.isPresent() || files.hasNext())) {
                if (reader.isEmpty()) {
                    file = Optional.of(files.next());
                }
                go();
            }
            return next.isPresent();
        }

        /** A file that cannot be read stays where it is and holds up no other. */
        private void go() {
            Path path = file.orElseThrow();
            try {
                if (reader.isEmpty()) {
                    begin(path);
                }
                read();
            } catch (NoSuchFileException e) {
                // Somebody was faster.
                return;
            } catch (IOException e) {
                close();
                reader = Optional.empty();
                LOG.warn("{} of {} cannot be read", path.getFileName(), inbox, e);
            }
        }

        private void begin(Path path) throws IOException {
            OpenMbox mbox = new OpenMbox(Files.newByteChannel(path), path.toString());
            open = mbox;
            fileId = inbox.id(path);
            mbox.goOn(MboxMark.kept(turn, fileId));
            reader = Optional.of(mbox);
        }

        /** Of a file in which nothing is left everything was taken. */
        private void read() throws IOException {
            OpenMbox mbox = reader.orElseThrow();
            next = mbox.next();
            mark = mbox.mark();
            if (next.isPresent()) {
                return;
            }
            close();
            reader = Optional.empty();
            if (turn.renew()) {
                end(file.orElseThrow());
            }
        }

        /** How far it was taken is forgotten last: a file that cannot be moved is not gone through again. */
        private void end(Path path) throws IOException {
            boolean nothing = mark.number() == 0 && Files.size(path) > 0;
            if (nothing) {
                LOG.warn("{} of {} holds no mail", path.getFileName(), inbox);
            }
            inbox.move(path, nothing ? Fate.QUARANTINED : Fate.TAKEN);
            turn.commit(MboxMark.START.keeping(turn, fileId));
        }

        @Override
        public Waiting<Place> next() {
            RawMail mail = next.orElseThrow();
            next = Optional.empty();
            Path path = file.orElseThrow();
            UUID id = MailServerAddress.name(fileId.toString(), String.valueOf(mark.number()));
            String label = "message " + mark.number() + " of " + path.getFileName();
            return new Waiting<>(id, mark.number(), label, new Place(path, fileId, mark, mail));
        }
    }

    /** Another file may stand before the one in which a message failed. */
    @Override
    public boolean keepsOrder() {
        return false;
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
        return turn.commit(place.mark().keeping(turn, place.fileId()));
    }

    private void copy(Place place) {
        Path target = inbox.target(String.valueOf(place.file().getFileName()), Fate.QUARANTINED);
        try {
            Files.createDirectories(Optional.ofNullable(target.getParent()).orElseThrow());
            boolean apart = endsWithEmptyLine(target);
            try (OutputStream out =
                    Files.newOutputStream(target, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                out.write(apart ? new byte[0] : new byte[] {'\n', '\n'});
                out.write(MboxReader.entry(place.mail().shared()));
            }
        } catch (IOException e) {
            throw new MailboxException(inbox.toString(), "a message that failed cannot be copied", true, e);
        }
    }

    /** Whether a message can follow. A process that died may have left half of one. */
    private static boolean endsWithEmptyLine(Path file) throws IOException {
        if (Files.notExists(file) || Files.size(file) == 0) {
            return true;
        }
        try (SeekableByteChannel in = Files.newByteChannel(file)) {
            ByteBuffer end = ByteBuffer.allocate(2);
            in.position(Math.max(0, in.size() - 2));
            while (end.hasRemaining() && in.read(end) >= 0) {
                continue;
            }
            return Arrays.equals(end.array(), new byte[] {'\n', '\n'});
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
        OpenMbox mbox = open;
        open = null;
        if (mbox != null) {
            try {
                mbox.close();
            } catch (IOException e) {
                // It was only read.
                return;
            }
        }
    }
}
