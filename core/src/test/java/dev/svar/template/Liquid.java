package dev.svar.template;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

/** Short forms for the tests of the language. */
final class Liquid {
    static final Instant NOW = Instant.parse("2026-03-05T14:07:09.123456Z");

    private Liquid() {}

    /** A source and what it renders to. */
    record Case(String source, String expected) {}

    static Case of(String source, String expected) {
        return new Case(source, expected);
    }

    static RenderContext.Builder context(Map<String, ?> data) {
        return RenderContext.builder(data, NOW);
    }

    static String render(String source, Map<String, ?> data) {
        return LiquidTemplate.parse(source).render(context(data).build());
    }

    static String html(String source, Map<String, ?> data) {
        return LiquidTemplate.parse(source)
                .render(context(data).escaping(Escaping.HTML).build());
    }

    static String strict(String source, Map<String, ?> data) {
        return LiquidTemplate.parse(source)
                .render(context(data).mode(RenderMode.STRICT).build());
    }

    static String date(String source, Map<String, ?> data, String locale, String zone) {
        return LiquidTemplate.parse(source)
                .render(context(data)
                        .locale(Locale.forLanguageTag(locale))
                        .zone(ZoneId.of(zone))
                        .build());
    }
}
