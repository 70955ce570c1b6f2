package dev.svar.jdbc;

import dev.svar.message.ContentRef;
import dev.svar.store.BlobStore;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** One way through the files of a tenant. */
final class BlobWalk {
    private static final String UNFINISHED = "unfinished-";
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final Instant before;
    private final Consumer<List<ContentRef>> visitor;
    private final List<ContentRef> batch = new ArrayList<>();

    BlobWalk(Instant before, Consumer<List<ContentRef>> visitor) {
        this.before = before;
        this.visitor = visitor;
    }

    /** A new file under a name that nobody takes for a blob. */
    static Path newUnfinished(Path folder) throws IOException {
        return Files.createTempFile(folder, UNFINISHED, "");
    }

    void through(Path tenant) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(tenant)) {
            for (Path folder : folders) {
                throughFiles(folder);
            }
        } catch (NoSuchFileException e) {
            return; // Nothing was ever put.
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        show();
    }

    private void throughFiles(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                look(file);
            }
        } catch (NotDirectoryException e) {
            // No folder of ours.
        }
    }

    private void look(Path file) throws IOException {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            String name = String.valueOf(file.getFileName());
            if (!found.lastModifiedTime().toInstant().isBefore(before)) {
                return;
            }
            if (name.startsWith(UNFINISHED)) {
                Files.deleteIfExists(file);
            } else if (DIGEST.matcher(name).matches()) {
                batch.add(new ContentRef(name, found.size()));
            }
        } catch (NoSuchFileException e) {
            return; // Deleted meanwhile.
        }
        if (batch.size() == BlobStore.MAX_BATCH) {
            show();
        }
    }

    private void show() {
        if (!batch.isEmpty()) {
            visitor.accept(List.copyOf(batch));
            batch.clear();
        }
    }
}
