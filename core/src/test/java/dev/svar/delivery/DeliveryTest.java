package dev.svar.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.Address;
import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import dev.svar.message.OutboundMessage;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DeliveryTest {
    private static final Instant NOW = Instant.parse("2026-12-03T10:00:00.123456Z");
    private static final Instant LATER = NOW.plusSeconds(5);

    private static Delivery planned(UUID id) {
        Address desk = Address.mail("support@paamelding.example");
        OutboundMessage message = new OutboundMessage(
                "<svar." + id + "@paamelding.example>",
                desk,
                "Påmelding",
                desk,
                Address.mail("kari@kunde.example"),
                "Hei",
                "Hei",
                Optional.empty(),
                List.of(),
                true);
        return Delivery.planned(
                new DeliveryId(id),
                TenantId.DEFAULT,
                new TicketId(new UUID(1, 1)),
                "acknowledged",
                "why",
                message,
                NOW);
    }

    private final Delivery planned = planned(new UUID(1, 2));

    @Test
    void a_delivery_is_planned_before_it_is_tried() {
        assertThat(planned.state()).isEqualTo(DeliveryState.PLANNED);
        assertThat(planned.attempts()).isZero();
        assertThat(planned.plannedAt()).isEqualTo(NOW);
        assertThat(planned.updatedAt()).isEqualTo(NOW);
    }

    @Test
    void every_hand_over_counts_as_an_attempt() {
        Delivery claimed = planned.claimed(LATER);

        assertThat(claimed.state()).isEqualTo(DeliveryState.CLAIMED);
        assertThat(claimed.attempts()).isEqualTo(1);
        assertThat(claimed.plannedAt()).isEqualTo(NOW);
        assertThat(claimed.updatedAt()).isEqualTo(LATER);
        assertThat(claimed.message()).isEqualTo(planned.message());
    }

    @Test
    void an_outcome_is_kept_with_what_the_other_side_said() {
        Delivery claimed = planned.claimed(LATER);

        assertState(claimed.accepted("250 queued as 4711", LATER), DeliveryState.ACCEPTED, "", "250 queued as 4711");
        assertState(claimed.deferred("4.2.0", "later", LATER), DeliveryState.DEFERRED, "4.2.0", "later");
        assertState(claimed.failed("5.1.1", "never", LATER), DeliveryState.FAILED, "5.1.1", "never");
        assertState(claimed.uncertain("cut off", LATER), DeliveryState.UNCERTAIN, "", "cut off");
        assertState(
                claimed.accepted("250", LATER).bounced("5.2.2", "full", LATER), DeliveryState.BOUNCED, "5.2.2", "full");
    }

    private static void assertState(Delivery delivery, DeliveryState state, String code, String detail) {
        assertThat(delivery.state()).isEqualTo(state);
        assertThat(delivery.code()).isEqualTo(code);
        assertThat(delivery.detail()).isEqualTo(detail);
        assertThat(delivery.attempts()).isEqualTo(1);
    }

    @Test
    void only_what_was_certainly_not_taken_waits_for_another_hand_over() {
        assertThat(DeliveryState.values())
                .filteredOn(DeliveryState::waiting)
                .containsExactly(DeliveryState.PLANNED, DeliveryState.DEFERRED);
    }

    @Test
    void a_delivery_that_is_only_deferred_fails_after_the_last_attempt() {
        Delivery delivery = planned;
        for (int attempt = 1; attempt <= Delivery.MAX_ATTEMPTS; attempt++) {
            assertThat(delivery.state().waiting())
                    .as("before attempt %d", attempt)
                    .isTrue();
            delivery = delivery.claimed(NOW).deferred("4.2.0", "busy", NOW);
        }

        assertThat(delivery.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(delivery.attempts()).isEqualTo(Delivery.MAX_ATTEMPTS);
        assertThat(delivery.code()).isEqualTo("4.2.0");
    }

    @Test
    void pauses_double_from_a_minute_and_are_spread_by_a_fifth() {
        long seed = 4711;
        Random random = new Random(seed);
        Set<Duration> firstPauses = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            Delivery delivery = planned(new UUID(random.nextLong(), random.nextLong()));
            for (int attempt = 1; attempt < Delivery.MAX_ATTEMPTS; attempt++) {
                delivery = delivery.claimed(LATER).deferred("", "busy", LATER);
                Duration pause = Duration.between(LATER, delivery.nextAttemptAt());
                Duration least = Duration.ofMinutes(Math.min(1L << (attempt - 1), 360));
                assertThat(pause)
                        .as("seed %d, delivery %d, attempt %d", seed, i, attempt)
                        .isBetween(least, least.multipliedBy(6).dividedBy(5));
                if (attempt == 1) {
                    firstPauses.add(pause);
                }
            }
        }
        assertThat(firstPauses).hasSizeGreaterThan(10);
    }

    @Test
    void a_pause_is_never_longer_than_six_hours_and_its_spread() {
        Delivery old = planned;
        for (int i = 0; i < 100; i++) {
            old = old.claimed(NOW);
            assertThat(Duration.between(NOW, old.nextAttemptAt()))
                    .isBetween(Duration.ofMinutes(1), Duration.ofMinutes(432));
        }
        assertThat(Duration.between(NOW, old.nextAttemptAt())).isGreaterThanOrEqualTo(Duration.ofHours(6));
    }

    @Test
    void the_next_attempt_is_the_same_on_every_node() {
        UUID id = new UUID(5, 6);

        assertThat(planned(id).claimed(LATER).deferred("", "", LATER).nextAttemptAt())
                .isEqualTo(planned(id).claimed(LATER).deferred("", "", LATER).nextAttemptAt());
    }

    @Test
    void what_a_channel_says_at_length_is_cut() {
        Delivery failed = planned.claimed(NOW).failed("5.0.0", "x".repeat(10_000), NOW);

        assertThat(failed.detail()).hasSize(Delivery.MAX_DETAIL_LENGTH);
    }

    @Test
    void a_kind_is_one_short_line() {
        assertThatThrownBy(() -> Delivery.planned(
                        planned.id(),
                        planned.tenant(),
                        planned.ticket().orElseThrow(),
                        "a\nb",
                        "why",
                        planned.message(),
                        NOW))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("delivery.kind");
    }

    @Test
    void a_delivery_is_about_a_ticket_or_one_of_a_mailing() {
        MailingId mailing = new MailingId(new UUID(2, 2));
        Delivery mailed =
                Delivery.planned(planned.id(), planned.tenant(), mailing, "maintenance", "why", planned.message(), NOW);

        assertThat(mailed.mailing()).contains(mailing);
        assertThat(mailed.ticket()).isEmpty();
        assertThat(planned.mailing()).isEmpty();
        assertThat(mailed.toString()).contains("of mailing " + mailing).doesNotContain("ticket");
        assertNoSubject(Optional.empty(), Optional.empty());
        assertNoSubject(planned.ticket(), Optional.of(mailing));
    }

    private void assertNoSubject(Optional<TicketId> ticket, Optional<MailingId> mailing) {
        assertThatThrownBy(() -> new Delivery(
                        planned.id(),
                        planned.tenant(),
                        ticket,
                        mailing,
                        "maintenance",
                        "why",
                        planned.message(),
                        DeliveryState.PLANNED,
                        0,
                        "",
                        "",
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        NOW,
                        NOW))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("delivery.ticket");
    }

    @Test
    void what_is_about_the_sender_or_may_pass_says_nothing_against_an_address() {
        assertThat(Stream.of("5.1.1", "5.1.10", "5.2.1"))
                .allMatch(code -> DeliveryReport.bounced(code, "").kind() == DeliveryReport.Kind.HARD_BOUNCE);
        assertThat(Stream.of("5.1.7", "5.1.8", "5.2.2", "5.7.1", "4.1.1", "550", ""))
                .allMatch(code -> DeliveryReport.bounced(code, "").kind() == DeliveryReport.Kind.SOFT_BOUNCE);
    }
}
