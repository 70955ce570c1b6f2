package dev.svar.mail;

import dev.svar.message.Content;
import dev.svar.message.ContentRef;
import java.util.Optional;
import java.util.function.Function;

/** Where the bytes of the files that are sent come from. */
record SentFiles(Function<ContentRef, Optional<Content>> source) {
    static SentFiles none() {
        return new SentFiles(ref -> Optional.empty());
    }

    Content open(ContentRef ref) {
        return source.apply(ref)
                .orElseThrow(() -> new IllegalStateException("the bytes of a file that goes with it are not there"));
    }
}
