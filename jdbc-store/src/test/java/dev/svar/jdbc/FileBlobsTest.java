package dev.svar.jdbc;

import dev.svar.store.BlobStore;
import dev.svar.testkit.BlobContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class FileBlobsTest extends BlobContract {
    @TempDir
    static Path folder;

    @Override
    protected BlobStore openBlobs() {
        return FileBlobs.in(folder.resolve("deep/inside"));
    }
}
