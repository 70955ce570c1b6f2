package dev.svar.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class LetterTokensTest {
    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
    private static final Instant EXPIRES = NOW.plus(Duration.ofDays(30));
    private static final TenantId TENANT = TenantId.DEFAULT;

    private static SigningKey key(int id) {
        byte[] secret = new byte[SigningKey.MIN_SECRET_BYTES];
        Arrays.fill(secret, (byte) id);
        return SigningKey.of(id, secret);
    }

    private final LetterTokens tokens = TicketTokens.signedWith(key(200)).letters();

    @Test
    void a_token_names_its_letter_until_its_last_day() {
        long seed = 4711;
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            UUID letter = new UUID(random.nextLong(), random.nextLong());
            String token = tokens.issue(TENANT, letter, EXPIRES);

            assertThat(token).hasSizeLessThanOrEqualTo(LetterTokens.MAX_LENGTH);
            assertThat(tokens.letter(TENANT, token, NOW)).as("seed %d", seed).contains(letter);
            assertThat(tokens.letter(TENANT, token, EXPIRES)).contains(letter);
            assertThat(tokens.letter(TENANT, token, EXPIRES.plus(Duration.ofDays(1))))
                    .isEmpty();
            assertThat(tokens.letter(new TenantId("other"), token, NOW)).isEmpty();
        }
    }

    @Test
    void no_other_text_is_a_token() {
        String token = tokens.issue(TENANT, new UUID(1, 2), EXPIRES);
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'z' ? 'y' : 'z';
            String forged = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(tokens.letter(TENANT, forged, NOW)).as(forged).isEmpty();
        }
        for (String text : new String[] {"", "0", "1", "-", " " + token, token + "0", token.toUpperCase(Locale.ROOT)}) {
            assertThat(tokens.letter(TENANT, text, NOW)).as(text).isEmpty();
        }
    }

    @Test
    void who_quotes_a_letter_passes_on_none_of_its_tokens_not_even_one_that_has_expired() {
        TicketTokens all = TicketTokens.signedWith(key(3), key(200));
        String token = tokens.issue(TENANT, new UUID(1, 2), EXPIRES);
        String longAgo = tokens.issue(TENANT, new UUID(-1, -2), Instant.EPOCH);
        String text = "> https://desk.example/u/" + token + ".\n<a href=\"https%3A%2F%2Fdesk.example%2Fu%2F" + longAgo
                + "\">";

        assertThat(all.redacted(text, TENANT))
                .isEqualTo(text.replace(token, "…").replace(longAgo, "…"));
        assertThat(all.redacted(text, new TenantId("other"))).isEqualTo(text);
        assertThat(all.in(text, 10)).isEmpty();
    }

    @Test
    void a_key_that_is_retired_is_accepted_and_one_that_is_gone_is_not() {
        String token = tokens.issue(TENANT, new UUID(1, 2), EXPIRES);

        assertThat(TicketTokens.signedWith(key(3), key(200)).letters().letter(TENANT, token, NOW))
                .contains(new UUID(1, 2));
        assertThat(TicketTokens.signedWith(key(3)).letters().letter(TENANT, token, NOW))
                .isEmpty();
    }
}
