package dev.svar.ticket;

import static dev.svar.ticket.Tickets.KARI;
import static dev.svar.ticket.Tickets.NOW;
import static dev.svar.ticket.Tickets.OLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TicketTokensTest {
    private static final Instant LAST_DAY = Instant.parse("2027-05-31T12:00:00Z");

    private final Ticket ticket = Tickets.opened();
    private final TicketTokens tokens = TicketTokens.signedWith(key(1, 1));
    private final String reply = tokens.issue(ticket, KARI, AccessRight.REPLY, LAST_DAY);

    private static SigningKey key(int id, int seed) {
        byte[] secret = new byte[SigningKey.MIN_SECRET_BYTES];
        Arrays.fill(secret, (byte) seed);
        return SigningKey.of(id, secret);
    }

    private static Ticket numbered(long number) {
        return numbered(Tickets.TENANT, new TicketId(new UUID(7, 7)), number);
    }

    private static Ticket numbered(TenantId tenant, TicketId id, long number) {
        Ticket like = Tickets.opened();
        return Ticket.builder(id, tenant, new TicketNumber("SUP", number), KARI, like.channel(), like.openedAt())
                .participants(like.participants())
                .version(like.version(), like.updatedAt())
                .build();
    }

    @Test
    void a_token_names_its_ticket_and_is_good_for_the_person_it_was_issued_for() {
        String participants = tokens.issue(ticket, OLA, AccessRight.REPLY, LAST_DAY);

        assertThat(tokens.claimedNumber(reply)).hasValue(1042);
        assertThat(tokens.bearer(reply, ticket, AccessRight.REPLY, NOW)).contains(KARI);
        assertThat(tokens.bearer(participants, ticket, AccessRight.REPLY, NOW)).contains(OLA);
    }

    @Test
    void a_token_of_somebody_who_does_not_belong_to_the_ticket_is_good_for_nobody() {
        String stranger = tokens.issue(ticket, new ContactId(new UUID(5, 5)), AccessRight.REPLY, LAST_DAY);

        assertThat(tokens.bearer(stranger, ticket, AccessRight.REPLY, NOW)).isEmpty();
    }

    @Test
    void a_token_gives_no_other_right() {
        String follow = tokens.issue(ticket, KARI, AccessRight.FOLLOW, LAST_DAY);

        assertThat(tokens.bearer(follow, ticket, AccessRight.FOLLOW, NOW)).contains(KARI);
        assertThat(tokens.bearer(follow, ticket, AccessRight.REPLY, NOW)).isEmpty();
        assertThat(tokens.bearer(reply, ticket, AccessRight.FOLLOW, NOW)).isEmpty();
    }

    @Test
    void a_token_opens_no_other_ticket_and_no_other_tenant() {
        Ticket otherNumber = numbered(1043);
        Ticket otherId = numbered(Tickets.TENANT, new TicketId(new UUID(7, 8)), 1042);
        Ticket otherTenant = numbered(new TenantId("other"), ticket.id(), 1042);

        assertThat(tokens.bearer(reply, numbered(1042), AccessRight.REPLY, NOW)).contains(KARI);
        assertThat(List.of(otherNumber, otherId, otherTenant))
                .allSatisfy(other -> assertThat(tokens.bearer(reply, other, AccessRight.REPLY, NOW))
                        .isEmpty());
    }

    @Test
    void a_token_works_through_its_last_day_in_utc_and_no_longer() {
        assertThat(tokens.bearer(reply, ticket, AccessRight.REPLY, Instant.parse("2027-05-31T23:59:59.999999Z")))
                .isPresent();
        assertThat(tokens.bearer(reply, ticket, AccessRight.REPLY, Instant.parse("2027-06-01T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void revoking_stops_all_tokens_given_out_before() {
        Ticket revoked = Tickets.folded(
                ticket, TicketLifecycle.standard().decide(ticket, new TicketCommand.RevokeLinks(Tickets.AGENT), NOW));
        String fresh = tokens.issue(revoked, KARI, AccessRight.REPLY, LAST_DAY);

        assertThat(tokens.bearer(reply, revoked, AccessRight.REPLY, NOW)).isEmpty();
        assertThat(tokens.bearer(fresh, revoked, AccessRight.REPLY, NOW)).contains(KARI);
    }

    @Test
    void a_retired_key_is_accepted_until_it_is_taken_away() {
        TicketTokens rotated = TicketTokens.signedWith(key(2, 2), key(1, 1));
        TicketTokens later = TicketTokens.signedWith(key(2, 2));
        String fresh = rotated.issue(ticket, KARI, AccessRight.REPLY, LAST_DAY);

        assertThat(rotated.bearer(reply, ticket, AccessRight.REPLY, NOW)).contains(KARI);
        assertThat(rotated.bearer(fresh, ticket, AccessRight.REPLY, NOW)).contains(KARI);
        assertThat(later.bearer(fresh, ticket, AccessRight.REPLY, NOW)).contains(KARI);
        assertThat(later.bearer(reply, ticket, AccessRight.REPLY, NOW)).isEmpty();
        assertThat(tokens.bearer(fresh, ticket, AccessRight.REPLY, NOW)).isEmpty();
    }

    @Test
    void another_secret_under_the_same_key_number_is_not_accepted() {
        TicketTokens forger = TicketTokens.signedWith(key(1, 9));

        assertThat(tokens.bearer(
                        forger.issue(ticket, KARI, AccessRight.REPLY, LAST_DAY), ticket, AccessRight.REPLY, NOW))
                .isEmpty();
    }

    @Test
    void every_change_of_one_character_is_noticed() {
        String digits = "0123456789abcdefghijklmnopqrstuvwxyz";
        for (int i = 0; i < reply.length(); i++) {
            String before = reply.substring(0, i);
            String after = reply.substring(i + 1);
            assertRejected(before + after);
            for (char c : digits.toCharArray()) {
                if (c != reply.charAt(i)) {
                    assertRejected(before + c + after);
                }
                assertRejected(before + c + reply.substring(i));
            }
        }
        assertRejected(reply + "0");
    }

    private void assertRejected(String tampered) {
        assertThat(tokens.bearer(tampered, ticket, AccessRight.REPLY, NOW))
                .as(tampered)
                .isEmpty();
    }

    @Test
    void a_token_survives_a_mail_system_that_changes_letter_case() {
        assertThat(reply).isEqualTo(reply.toLowerCase(Locale.ROOT));
        assertThat(tokens.bearer(reply.toUpperCase(Locale.ROOT), ticket, AccessRight.REPLY, NOW))
                .contains(KARI);
        assertThat(tokens.claimedNumber(reply.toUpperCase(Locale.ROOT))).hasValue(1042);
    }

    @Test
    void a_token_fits_into_the_local_part_of_a_reply_address() {
        TicketTokens highestKey = TicketTokens.signedWith(key(255, 3));
        int most = 64 - "support+".length();

        for (long number : new long[] {1, 1042, 999_999_999_999_999_999L, Long.MAX_VALUE}) {
            Ticket any = numbered(number);
            String token = highestKey.issue(any, KARI, AccessRight.FOLLOW, Instant.parse("9999-12-31T00:00:00Z"));
            assertThat(token).hasSizeLessThanOrEqualTo(Math.min(most, TicketTokens.MAX_LENGTH));
            assertThat(token).matches("[0-9a-z]+");
            assertThat(highestKey.claimedNumber(token)).hasValue(number);
            assertThat(highestKey.bearer(token, any, AccessRight.FOLLOW, NOW)).contains(KARI);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0", "z", "support", "-1", "+1", "١٢٣", "æøå", "a b", "a\u0000b", "...", "💳"})
    void garbage_is_no_token(String garbage) {
        assertThat(tokens.claimedNumber(garbage)).isEmpty();
        assertThat(tokens.bearer(garbage, ticket, AccessRight.REPLY, NOW)).isEmpty();
    }

    @Test
    void a_huge_input_is_no_token() {
        String huge = "z".repeat(10_000_000);

        assertThat(tokens.claimedNumber(huge)).isEmpty();
        assertThat(tokens.bearer(huge, ticket, AccessRight.REPLY, NOW)).isEmpty();
    }

    @Test
    void random_input_is_no_token() {
        long seed = 20261122;
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(60);
            for (int k = 0; k < length; k++) {
                text.append(Character.forDigit(random.nextInt(36), 36));
            }
            assertThat(tokens.bearer(text.toString(), ticket, AccessRight.REPLY, NOW))
                    .as("seed %d: %s", seed, text)
                    .isEmpty();
        }
    }

    @Test
    void a_key_is_checked_and_keeps_its_secret() {
        assertThatThrownBy(() -> SigningKey.of(256, new byte[32])).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> SigningKey.of(-1, new byte[32])).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> SigningKey.of(1, new byte[31]))
                .hasMessage("signingKey.secret has 31 bytes, at least 32 are needed");
        assertThat(key(7, 1)).hasToString("SigningKey 7");
    }
}
