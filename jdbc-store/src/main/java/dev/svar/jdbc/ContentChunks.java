package dev.svar.jdbc;

import static java.nio.file.StandardOpenOption.APPEND;

import dev.svar.error.InvalidValueException;
import dev.svar.message.Content;
import dev.svar.message.ContentRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Makes contents of their chunks. One of several chunks is in a temporary file until it is stored. */
final class ContentChunks implements LineKind.Assembly<Content> {
    private final List<Path> files = new ArrayList<>();
    private Optional<Begun> begun = Optional.empty();

    /** A content that needs more chunks. */
    private record Begun(ContentRef ref, Path file, long received) {}

    @Override
    public Optional<Content> add(JsonObject line) {
        ContentRef ref = ContentLines.ref(line);
        if (line.number("offset") != begun.map(Begun::received).orElse(0L)
                || !begun.map(Begun::ref).orElse(ref).equals(ref)) {
            throw new InvalidValueException("offset", "does not follow the chunk before");
        }
        byte[] bytes = Base64.getDecoder().decode(line.text("bytes"));
        if (begun.isEmpty() && bytes.length >= ref.size()) {
            return Optional.of(checked(ref, Content.sharing(bytes)));
        }
        if (bytes.length == 0) {
            throw new InvalidValueException("bytes", "must not be empty before the end of the content");
        }
        Begun more = append(begun.orElseGet(() -> new Begun(ref, newFile(), 0)), bytes);
        if (more.received() < ref.size()) {
            begun = Optional.of(more);
            return Optional.empty();
        }
        begun = Optional.empty();
        return Optional.of(checked(ref, Content.of(more.file())));
    }

    private static Content checked(ContentRef ref, Content content) {
        if (!content.ref().equals(ref)) {
            throw new InvalidValueException("digest", "is not the one of the bytes");
        }
        return content;
    }

    private Path newFile() {
        try {
            Path file = Files.createTempFile("svar-import-", "");
            files.add(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Begun append(Begun begun, byte[] bytes) {
        try {
            Files.write(begun.file(), bytes, APPEND);
            return new Begun(begun.ref(), begun.file(), begun.received() + bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean open() {
        return begun.isPresent();
    }

    @Override
    public void discard() {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // It lies among the temporary files, which the system clears away.
            }
        }
        files.clear();
    }
}
