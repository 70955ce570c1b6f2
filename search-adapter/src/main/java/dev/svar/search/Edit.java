package dev.svar.search;

import java.io.IOException;
import org.apache.lucene.index.IndexWriter;

/** Something to be written into an index. */
@FunctionalInterface
interface Edit {
    void write(IndexWriter writer) throws IOException;
}
