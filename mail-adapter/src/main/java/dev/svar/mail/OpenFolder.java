package dev.svar.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

/** A folder of files while it is gone through. */
final class OpenFolder implements OpenMailbox<Path> {
    private final FolderInbox inbox;

    OpenFolder(FolderInbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public MailRow<Path> waiting(FetchTurn turn) throws MessagingException {
        Iterator<Path> files = inbox.files().iterator();
        return new MailRow<>() {
            @Override
            public boolean hasNext() {
                return files.hasNext();
            }

            @Override
            public Waiting<Path> next() {
                Path file = files.next();
                String name = String.valueOf(file.getFileName());
                return new Waiting<>(inbox.id(file), 0, name, file);
            }
        };
    }

    @Override
    public Optional<RawMail> load(Waiting<Path> waiting) throws MessagingException {
        try {
            return Optional.of(MailFiles.load(waiting.message()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new MessagingException("a file cannot be read", e);
        }
    }

    @Override
    public Optional<RawMail> loadHeader(Waiting<Path> waiting) throws MessagingException {
        try (InputStream in = Files.newInputStream(waiting.message())) {
            byte[] bytes = in.readNBytes(MailReader.MAX_HEADER_BYTES);
            long size = Math.max(Files.size(waiting.message()), bytes.length + 1L);
            return Optional.of(new RawMail(String.valueOf(waiting.message()), bytes, size));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new MessagingException("a file cannot be read", e);
        }
    }

    /** A file may have any name. */
    @Override
    public boolean keepsOrder() {
        return false;
    }

    /** Where a file lies tells all. */
    @Override
    public boolean taken(FetchTurn turn, Waiting<Path> waiting, Fate fate) {
        return turn.commit();
    }

    @Override
    public void acknowledge(Waiting<Path> waiting, Fate fate) {
        inbox.move(waiting.message(), fate);
    }

    @Override
    public void abort() {}

    @Override
    public void close() {}
}
