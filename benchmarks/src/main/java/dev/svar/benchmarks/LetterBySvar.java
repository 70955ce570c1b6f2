package dev.svar.benchmarks;

import dev.svar.template.Escaping;
import dev.svar.template.LiquidTemplate;
import dev.svar.template.RenderContext;
import dev.svar.template.RenderMode;
import java.time.Instant;

/** Svar's Liquid with all its bounds. Maps are made and converted for each letter, as a host's facts are. */
final class LetterBySvar implements LetterWriter {
    private final LiquidTemplate template = LiquidTemplate.parse(LetterByLiqp.source(""));

    @Override
    public String write(SampleLetter letter) {
        return template.render(RenderContext.builder(letter.asMaps(), Instant.EPOCH)
                .locale(SampleLetter.LOCALE)
                .zone(SampleLetter.ZONE)
                .escaping(Escaping.HTML)
                .mode(RenderMode.STRICT)
                .build());
    }
}
