package dev.svar.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.TenantId;
import dev.svar.ticket.DeliveryTokens.Use;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DeliveryTokensTest {
    private static final long SEED = 20261126;
    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final UUID DELIVERY = UUID.fromString("01930d6e-7f00-7abc-8def-0123456789ab");

    private final SigningKey key = key(1, 7);
    private final DeliveryTokens tokens = TicketTokens.signedWith(key).deliveries();

    private static SigningKey key(int id, int seed) {
        byte[] secret = new byte[SigningKey.MIN_SECRET_BYTES];
        new Random(seed).nextBytes(secret);
        return SigningKey.of(id, secret);
    }

    @ParameterizedTest
    @EnumSource(Use.class)
    void a_token_names_its_delivery_in_either_case(Use use) {
        String token = tokens.issue(TENANT, DELIVERY, use);

        assertThat(token).matches("[0-9a-z]{45,46}");
        assertThat(tokens.delivery(token, TENANT, use)).contains(DELIVERY);
        assertThat(tokens.delivery(token.toUpperCase(Locale.ROOT), TENANT, use)).contains(DELIVERY);
    }

    @Test
    void a_token_is_for_one_use_and_one_tenant_and_for_no_ticket() {
        String token = tokens.issue(TENANT, DELIVERY, Use.RETURN_PATH);

        assertThat(tokens.delivery(token, TENANT, Use.MESSAGE_ID)).isEmpty();
        assertThat(tokens.delivery(token, new TenantId("another"), Use.RETURN_PATH))
                .isEmpty();
        assertThat(TicketTokens.signedWith(key).claimedNumber(token)).isEmpty();
    }

    @Test
    void no_changed_character_goes_through() {
        Random random = new Random(SEED);
        String token = tokens.issue(TENANT, DELIVERY, Use.MESSAGE_ID);
        for (int i = 0; i < token.length(); i++) {
            char other = Character.forDigit(
                    (Character.digit(token.charAt(i), 36) + 1 + random.nextInt(35)) % 36, Character.MAX_RADIX);
            String tampered = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(tokens.delivery(tampered, TENANT, Use.MESSAGE_ID))
                    .as("seed %d, place %d of %s", SEED, i, token)
                    .isEmpty();
        }
    }

    @Test
    void a_retired_key_still_counts_and_a_forgotten_one_does_not() {
        String token = tokens.issue(TENANT, DELIVERY, Use.RETURN_PATH);
        SigningKey fresh = key(2, 8);

        assertThat(TicketTokens.signedWith(fresh, key).deliveries().delivery(token, TENANT, Use.RETURN_PATH))
                .contains(DELIVERY);
        assertThat(TicketTokens.signedWith(fresh).deliveries().delivery(token, TENANT, Use.RETURN_PATH))
                .isEmpty();
        assertThat(TicketTokens.signedWith(key(1, 9)).deliveries().delivery(token, TENANT, Use.RETURN_PATH))
                .isEmpty();
    }

    @Test
    void tokens_in_a_text_are_blotted_out_and_nothing_else() {
        TicketTokens all = TicketTokens.signedWith(key);
        String token = tokens.issue(TENANT, DELIVERY, Use.MESSAGE_ID);
        String strange = "x" + token.substring(1);
        String text = "> <svar." + token + "@desk.example>\n" + strange + " " + token + "z " + "a".repeat(46);

        assertThat(all.redacted(text, TENANT)).isEqualTo(text.replace("." + token, ".…"));
        assertThat(all.redacted("nothing", TENANT)).isSameAs("nothing");
    }

    @Test
    void a_hostile_text_costs_time_in_proportion_to_its_length() {
        TicketTokens all = TicketTokens.signedWith(key);
        String text = ("9".repeat(46) + " ").repeat(40_000);

        assertThat(all.redacted(text, TENANT)).hasSameSizeAs(text);
        assertThat(all.in(text, 3)).isEmpty();
    }
}
