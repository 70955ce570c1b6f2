package dev.svar.search;

import java.io.Closeable;
import java.io.IOException;
import org.apache.lucene.store.Directory;

/** Where the generations of one index stand: the live one, and the next while it is being made. */
interface Shelf extends Closeable {
    /** Opens the directory of the live generation; an empty one if there is none yet. */
    Directory live() throws IOException;

    /** Opens an empty directory for the next generation. */
    Directory next() throws IOException;

    /** Makes the next generation the live one, in one step. */
    void promote() throws IOException;

    /** Removes all that is not live. Leaves it for later if it cannot. */
    void tidy();
}
