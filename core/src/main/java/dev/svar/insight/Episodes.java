package dev.svar.insight;

import dev.svar.error.InvalidValueException;
import dev.svar.message.Content;
import dev.svar.trend.TrendEpisode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The episodes that run, by series, as they are stored: a line for each, with tabs between the name, when it was found, when it
 * was last unusual, and until when somebody is telling of it, {@code told} once that is done.
 */
record Episodes(Map<String, Running> running) {
    /** Of so many at most; who has more than that has another problem. */
    static final int MOST = 500;

    static final Episodes NONE = new Episodes(Map.of());
    private static final String TOLD = "told";
    private static final int PARTS = 4;

    Episodes {
        running = Map.copyOf(running);
    }

    /** An episode, and until when a node is telling of it; empty once that is done. */
    record Running(TrendEpisode episode, Optional<Instant> tellingUntil) {
        boolean tellerIsOverdue(Instant now) {
            return tellingUntil.filter(until -> !until.isAfter(now)).isPresent();
        }
    }

    Episodes with(String series, Running changed) {
        Map<String, Running> all = new TreeMap<>(running);
        if (all.containsKey(series) || all.size() < MOST) {
            all.put(series, changed);
        }
        return new Episodes(all);
    }

    Episodes without(String series) {
        Map<String, Running> all = new TreeMap<>(running);
        all.remove(series);
        return new Episodes(all);
    }

    Optional<Running> find(String series) {
        return Optional.ofNullable(running.get(series));
    }

    Content content() {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(running)
                .forEach((series, r) -> lines.append(series)
                        .append('\t')
                        .append(micros(r.episode().since()))
                        .append('\t')
                        .append(micros(r.episode().lastUnusual()))
                        .append('\t')
                        .append(r.tellingUntil()
                                .map(until -> Long.toString(micros(until)))
                                .orElse(TOLD))
                        .append('\n'));
        return Content.of(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Episodes read(Content content) {
        Map<String, Running> all = new TreeMap<>();
        for (String line :
                new String(content.bytes(), StandardCharsets.UTF_8).lines().toList()) {
            String[] parts = line.split("\t", -1);
            if (parts.length < PARTS) {
                throw new InvalidValueException("trends", "stored by another version of the library");
            }
            Optional<Instant> telling = parts[3].equals(TOLD) ? Optional.empty() : Optional.of(instant(parts[3]));
            all.put(parts[0], new Running(new TrendEpisode(instant(parts[1]), instant(parts[2])), telling));
        }
        return new Episodes(all);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static Instant instant(String micros) {
        return Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
    }
}
