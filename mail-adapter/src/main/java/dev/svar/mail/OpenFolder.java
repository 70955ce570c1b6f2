package dev.svar.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A folder of files while it is gone through. */
final class OpenFolder implements OpenMailbox<Path> {
    private static final int MAX_NAMESAKES = 10_000;

    private final FolderInbox inbox;

    OpenFolder(FolderInbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public MailRow<Path> waiting(FetchTurn turn) throws MessagingException {
        Iterator<Path> files = files().iterator();
        return new MailRow<>() {
            @Override
            public boolean hasNext() {
                return files.hasNext();
            }

            @Override
            public Waiting<Path> next() {
                Path file = files.next();
                String name = String.valueOf(file.getFileName());
                return new Waiting<>(id(file, name), 0, name, file);
            }
        };
    }

    private List<Path> files() throws MessagingException {
        try (Stream<Path> found = Files.list(inbox.waiting())) {
            return found.filter(file -> inbox.takes(String.valueOf(file.getFileName())) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new MessagingException("it cannot be listed", e);
        }
    }

    /** Another file that gets the name of one that failed has failed never yet. */
    private UUID id(Path file, String name) {
        String time;
        try {
            time = Files.getLastModifiedTime(file).toString();
        } catch (IOException e) {
            time = "";
        }
        return MailServerAddress.name(inbox.id(), name, time);
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
    public void acknowledge(Waiting<Path> waiting, Fate fate) throws MessagingException {
        try {
            Path target = free(inbox.target(waiting.label(), fate));
            Files.createDirectories(Optional.ofNullable(target.getParent()).orElseThrow());
            Files.move(waiting.message(), target, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // Somebody was faster.
            return;
        } catch (IOException e) {
            // It lies where it lay, so that it would be taken again and again: better to wait for somebody who looks.
            throw new MailboxException(inbox.toString(), "a file that was taken cannot be moved", true, e);
        }
    }

    /** An earlier file of that name must not be lost. */
    private static Path free(Path wanted) throws IOException {
        Path free = wanted;
        for (int i = 1; Files.exists(free); i++) {
            if (i > MAX_NAMESAKES) {
                throw new IOException("too many files have the name " + wanted);
            }
            free = wanted.resolveSibling(i + "-" + wanted.getFileName());
        }
        return free;
    }

    @Override
    public void abort() {}

    @Override
    public void close() {}
}
