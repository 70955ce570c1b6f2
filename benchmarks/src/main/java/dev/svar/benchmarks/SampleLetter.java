package dev.svar.benchmarks;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A realistic notification: a greeting, a sentence that depends on the priority, the three latest updates and the next answer
 * with their times in Norwegian, and a kilobyte of the customer's text with a dozen characters that HTML escapes.
 */
public record SampleLetter(String firstName, String priority, Instant due, String description, List<Update> updates) {
    static final Locale LOCALE = Locale.forLanguageTag("nb");
    static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    static final String TIME = "d. MMMM yyyy HH:mm";
    static final String STRFTIME = "%-d. %B %Y %H:%M";
    private static final int TEXT = 1_024;

    public record Update(String author, Instant at, String text) {}

    static SampleLetter sample() {
        Instant opened = Instant.parse("2026-11-23T08:05:00Z");
        return new SampleLetter(
                "Kari",
                "HIGH",
                opened.plusSeconds(90_000),
                kilobyte(),
                List.of(
                        new Update("Ola", opened.plusSeconds(600), "The log is with the developers."),
                        new Update("Ingrid", opened.plusSeconds(7_800), "They see where the number is lost."),
                        new Update("Ola", opened.plusSeconds(86_000), "A new version is built & tested.")));
    }

    private static String kilobyte() {
        StringBuilder text = new StringBuilder();
        while (text.length() < TEXT) {
            text.append("After the race I press <Send results>, the page says that 3 > 2 & then nothing more ");
            text.append("comes of it, on the telephone as on the laptop in the club house. ");
        }
        return text.substring(0, TEXT);
    }

    /** The same as maps, as engines take it that read no objects. */
    Map<String, Object> asMaps() {
        List<Map<String, Object>> latest = new ArrayList<>();
        for (Update update : updates) {
            latest.add(Map.of("author", update.author(), "at", update.at(), "text", update.text()));
        }
        Map<String, Object> maps = new LinkedHashMap<>();
        maps.put("first_name", firstName);
        maps.put("priority", priority);
        maps.put("due", due);
        maps.put("description", description);
        maps.put("updates", latest);
        return maps;
    }
}
