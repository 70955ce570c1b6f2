package dev.svar.search;

import java.io.IOException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/** A directory that takes only so many bytes more. */
final class FullDisk extends FilterDirectory {
    private long left = Long.MAX_VALUE;

    FullDisk() {
        super(new ByteBuffersDirectory());
    }

    void leave(long bytes) {
        left = bytes;
    }

    /** Stays open: it is one generation after the other. */
    @Override
    public void close() {}

    private void take(long bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw new IOException("no space left on device");
        }
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        return counted(super.createOutput(name, context));
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
        return counted(super.createTempOutput(prefix, suffix, context));
    }

    private IndexOutput counted(IndexOutput output) {
        return new FilterIndexOutput("counted " + output, output.getName(), output) {
            @Override
            public void writeByte(byte b) throws IOException {
                take(1);
                super.writeByte(b);
            }

            @Override
            public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
                take(length);
                super.writeBytes(bytes, offset, length);
            }
        };
    }

    /** A shelf of one such disk. */
    static final class OnShelf implements Shelf {
        private final FullDisk disk;

        OnShelf(FullDisk disk) {
            this.disk = disk;
        }

        @Override
        public Directory live() {
            return disk;
        }

        @Override
        public Directory next() {
            return disk;
        }

        @Override
        public void promote() {}

        @Override
        public void tidy() {}

        @Override
        public void close() {}
    }
}
