package dev.svar.benchmarks;

import java.util.function.Supplier;

/** An engine that writes the sample letter. Its template is parsed when it is made; what is measured is one letter. */
public interface LetterWriter {
    /** Writes the letter. */
    String write(SampleLetter letter);

    /** Who writes. */
    enum Engine {
        BY_HAND(LetterByHand::new),
        SVAR(LetterBySvar::new),
        JMUSTACHE(LetterByMustache::new),
        PEBBLE(LetterByPebble::new),
        HANDLEBARS(LetterByHandlebars::new),
        FREEMARKER(LetterByFreeMarker::new),
        LIQP(LetterByLiqp::new);

        private final Supplier<LetterWriter> writer;

        Engine(Supplier<LetterWriter> writer) {
            this.writer = writer;
        }

        LetterWriter writer() {
            return writer.get();
        }
    }
}
