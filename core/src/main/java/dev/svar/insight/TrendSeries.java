package dev.svar.insight;

import dev.svar.store.Tally;
import dev.svar.ticket.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * What tickets are counted by.
 *
 * @param name a kind and a value with a slash between them, {@code category/billing} for example; one that would be too long for a
 *     store begins with {@code long}, is cut and ends in a hash
 */
public record TrendSeries(String name) {
    /** All tickets. */
    public static final TrendSeries ALL = new TrendSeries("tickets/all");

    private static final String CATEGORY = "category/";
    private static final String TAG = "tag/";
    private static final String FACT = "fact/";
    private static final String CUT = "long ";
    private static final int HASH_LENGTH = 36;

    static TrendSeries ofCategory(String category) {
        return of(CATEGORY, category);
    }

    static TrendSeries ofTag(Tag tag) {
        return of(TAG, tag.value());
    }

    static TrendSeries ofFact(String fact, String value) {
        return of(FACT, fact + "/" + value);
    }

    private static TrendSeries of(String kind, String value) {
        String full = CUT + kind + value;
        String line = kind + value.replaceAll("\\p{Cntrl}", " ");
        if (line.length() <= Tally.MAX_SERIES_LENGTH) {
            return new TrendSeries(line);
        }
        int kept = Tally.MAX_SERIES_LENGTH - HASH_LENGTH - 1;
        int end = Character.isHighSurrogate(full.charAt(kept - 1)) ? kept - 1 : kept;
        UUID hash = UUID.nameUUIDFromBytes(full.getBytes(StandardCharsets.UTF_8));
        return new TrendSeries(full.replaceAll("\\p{Cntrl}", " ").substring(0, end) + " " + hash);
    }

    /** {@return the category that is counted, if it is one and its name was not cut} */
    public Optional<String> category() {
        return value(CATEGORY);
    }

    /** {@return the tag that is counted, if it is one} */
    public Optional<Tag> tag() {
        return value(TAG).map(Tag::new);
    }

    private Optional<String> value(String kind) {
        return Optional.of(name).filter(n -> n.startsWith(kind)).map(n -> n.substring(kind.length()));
    }

    /** {@return its name} */
    @Override
    public String toString() {
        return name;
    }
}
