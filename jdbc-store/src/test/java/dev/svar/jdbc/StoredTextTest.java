package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StoredTextTest {
    @ParameterizedTest
    @CsvSource({
        "'Hei', 'Hei'",
        "'', ''",
        "'emoji \uD83D\uDE42', 'emoji \uD83D\uDE42'",
    })
    void ordinary_text_is_stored_as_it_is(String text, String stored) {
        assertThat(StoredText.escape(text)).isSameAs(text).isEqualTo(stored);
        assertThat(StoredText.unescape(text)).isSameAs(text);
    }

    @Test
    void what_a_database_cannot_hold_is_escaped() {
        assertThat(StoredText.escape("a\u0000b")).isEqualTo("a\u00100000b");
        assertThat(StoredText.escape("a\uD83Db")).isEqualTo("a\u0010d83db");
        assertThat(StoredText.escape("a\uDE42")).isEqualTo("a\u0010de42");
        assertThat(StoredText.escape("a\u00100000")).isEqualTo("a\u001000100000");
        assertThat(StoredText.escapeJson("{\"a\":\"\uD83D\"}")).isEqualTo("{\"a\":\"\\ud83d\"}");
    }

    @Test
    void random_text_comes_back_and_what_is_stored_is_proper_unicode_without_nul() {
        long seed = 20261203;
        Random random = new Random(seed);
        String alphabet = "a0f\u0000\u0010\uD83D\uDE42\uFFFF\\\"";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String stored = StoredText.escape(text.toString());
            JsonObject json = JsonObject.empty().put("text", text.toString());

            assertThat(StoredText.unescape(stored)).as("seed %d", seed).isEqualTo(text.toString());
            assertThat(stored).as("seed %d", seed).doesNotContain("\u0000").isEqualTo(utf8(stored));
            assertThat(json.write())
                    .as("seed %d", seed)
                    .doesNotContain("\u0000")
                    .isEqualTo(utf8(json.write()));
            assertThat(JsonObject.parse(json.write()).text("text")).isEqualTo(text.toString());
        }
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    @Test
    void different_texts_have_different_digests_also_with_half_a_surrogate() {
        assertThat(Digest.of("\uD83D")).isNotEqualTo(Digest.of("?")).hasSize(64);
        assertThat(Digest.of("a", "bc")).isNotEqualTo(Digest.of("ab", "c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-03T10:00:00.123456Z",
                "1969-12-31T23:59:59.999999Z",
                "1900-01-01T00:00:00.000001Z",
                "9999-12-31T23:59:59.999999Z"
            })
    void instants_are_kept_to_the_microsecond(Instant instant) {
        assertThat(Micros.instant(Micros.of(instant))).isEqualTo(instant);
        assertThat(Micros.cut(instant.plusNanos(999))).isEqualTo(instant);
    }
}
