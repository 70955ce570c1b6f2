package dev.svar.sla;

import static dev.svar.sla.TicketUnderSla.at;
import static dev.svar.ticket.SlaTarget.FIRST_RESPONSE;
import static dev.svar.ticket.SlaTarget.OPERATIONAL;
import static dev.svar.ticket.SlaTarget.RESOLUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.Channel;
import dev.svar.contact.OrganizationId;
import dev.svar.contact.TeamId;
import dev.svar.error.InvalidValueException;
import dev.svar.sla.SlaClock.State;
import dev.svar.ticket.FieldKey;
import dev.svar.ticket.FieldValue;
import dev.svar.ticket.Priority;
import dev.svar.ticket.Status;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Ticket;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which policy a ticket has, and what becomes of its clocks when that changes. In Oslo, Monday to Friday 9 to 17. */
final class SlaPoliciesTest {
    private static final BusinessCalendar OSLO = BusinessCalendar.standard(ZoneId.of("Europe/Oslo"));
    private static final BusinessCalendar ALWAYS = BusinessCalendar.roundTheClock(ZoneId.of("Europe/Oslo"));
    private static final SlaPolicy STANDARD = SlaPolicy.standard(OSLO);
    private static final SlaPolicy GOLD = SlaPolicy.builder(ALWAYS)
            .name("gold")
            .promise(
                    FIRST_RESPONSE,
                    SlaPromise.builder().time(Duration.ofHours(4)).build())
            .promise(RESOLUTION, SlaPromise.builder().time(Duration.ofHours(24)).build())
            .build();
    private static final SlaPolicy TEAMS = SlaPolicy.builder(OSLO)
            .name("developers")
            .promise(OPERATIONAL, SlaPromise.builder().time(Duration.ofHours(6)).build())
            .build();
    private static final SlaPolicies POLICIES = SlaPolicies.builder(STANDARD)
            .when(SlaCondition.any().categories("payment", "invoice").priorities(Priority.HIGH, Priority.URGENT), GOLD)
            .when(SlaCondition.any().teams(new TeamId("developers")), TEAMS)
            .build();

    private final TicketUnderSla life =
            TicketUnderSla.opened(POLICIES, Priority.NORMAL, 1, "2026-12-01T09:00:00+01:00");

    @Test
    void a_condition_asks_for_all_of_its_parts_and_one_value_of_each() {
        OrganizationId company = new OrganizationId(new UUID(5, 5));
        FieldKey plan = new FieldKey("plan");
        Ticket ticket = Ticket.builder(
                        life.ticket().id(),
                        life.ticket().tenant(),
                        life.ticket().number(),
                        life.ticket().requester(),
                        Channel.MAIL,
                        life.ticket().openedAt())
                .organization(Optional.of(company))
                .category(Optional.of("payment"))
                .fields(Map.of(plan, FieldValue.choice("gold")))
                .build();

        assertThat(SlaCondition.any().matches(ticket)).isTrue();
        assertThat(SlaCondition.any().priorities(Priority.LOW, Priority.NORMAL).matches(ticket))
                .isTrue();
        assertThat(SlaCondition.any().priorities(Priority.LOW).matches(ticket)).isFalse();
        assertThat(SlaCondition.any().channels(Channel.MAIL).matches(ticket)).isTrue();
        assertThat(SlaCondition.any().channels(Channel.HOST).matches(ticket)).isFalse();
        assertThat(SlaCondition.any().teams(new TeamId("x")).matches(ticket)).isFalse();
        assertThat(SlaCondition.any().categories("other").matches(ticket)).isFalse();
        SlaCondition both = SlaCondition.any()
                .organizations(company)
                .field(plan, FieldValue.choice("silver"), FieldValue.choice("gold"));
        assertThat(both.matches(ticket)).isTrue();
        assertThat(both.categories("other").matches(ticket)).isFalse();
        assertThat(both.field(plan, FieldValue.choice("silver")).matches(ticket))
                .isFalse();
        assertThat(both.field(new FieldKey("size"), FieldValue.choice("gold")).matches(ticket))
                .isFalse();
    }

    @Test
    void the_first_condition_that_a_ticket_matches_decides() {
        assertThat(POLICIES.select(life.ticket())).isSameAs(STANDARD);
        life.category("payment", "2026-12-01T09:00:00+01:00").team("developers", "2026-12-01T09:00:00+01:00");
        assertThat(POLICIES.select(life.ticket())).isSameAs(TEAMS);
        life.priority(Priority.HIGH, "2026-12-01T09:00:00+01:00");
        assertThat(POLICIES.select(life.ticket())).isSameAs(GOLD);
        assertThat(POLICIES.named("gold")).contains(GOLD);
        assertThat(POLICIES.named("silver")).isEmpty();
    }

    @Test
    void two_policies_cannot_have_one_name() {
        SlaPolicy other = SlaPolicy.builder(OSLO).name("gold").build();

        assertThatThrownBy(() -> SlaPolicies.builder(GOLD).when(SlaCondition.any(), other))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("sla.name is gold for two policies");
        assertThatThrownBy(() -> SlaPolicy.builder(OSLO).name("")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void another_policy_takes_clocks_over_with_what_was_counted_in_the_calendar_of_the_one_before() {
        life.priority(Priority.HIGH, "2026-12-01T09:00:00+01:00").category("payment", "2026-12-01T09:30:00+01:00");

        SlaClock answer = life.clock(FIRST_RESPONSE);
        assertThat(answer.policy()).isEqualTo("gold");
        assertThat(answer.allowed()).isEqualTo(Duration.ofHours(4));
        assertThat(answer.spent()).isEqualTo(Duration.ofMinutes(30));
        assertThat(answer.due()).isEqualTo(at("2026-12-01T13:00:00+01:00"));
        assertThat(life.clock(RESOLUTION).due()).isEqualTo(at("2026-12-02T09:00:00+01:00"));

        life.priority(Priority.NORMAL, "2026-12-01T19:00:00+01:00");
        assertThat(life.clock(RESOLUTION).policy()).isEqualTo("standard");
        assertThat(life.clock(RESOLUTION).spent()).isEqualTo(Duration.ofHours(10));
        assertThat(life.clock(RESOLUTION).due()).isEqualTo(at("2026-12-03T15:00:00+01:00"));
        assertThat(answer.missed(at("2026-12-01T13:00:00+01:00"))).isFalse();
        assertThat(life.clock(FIRST_RESPONSE).due())
                .as("broken before the policy changed")
                .isEqualTo(at("2026-12-01T13:00:00+01:00"));
    }

    @Test
    void levels_that_were_reached_under_one_policy_are_not_reached_again_under_another() {
        life.reached(RESOLUTION, SlaLevel.WARNING, 1, "2026-12-01T09:10:00+01:00")
                .category("payment", "2026-12-01T09:30:00+01:00")
                .priority(Priority.HIGH, "2026-12-01T09:30:00+01:00");

        assertThat(life.clock(RESOLUTION).policy()).isEqualTo("gold");
        assertThat(life.timersOf(RESOLUTION)).noneMatch(t -> t.startsWith("warning"));
    }

    @Test
    void what_another_policy_does_not_promise_is_dropped_and_taken_up_again_where_it_was() {
        life.team("developers", "2026-12-01T11:00:00+01:00");
        assertThat(life.clock(FIRST_RESPONSE).state()).isEqualTo(State.DROPPED);
        assertThat(life.clock(OPERATIONAL).due()).isEqualTo(at("2026-12-01T17:00:00+01:00"));

        life.team("billing", "2026-12-02T10:00:00+01:00");
        assertThat(life.clock(FIRST_RESPONSE).state()).isEqualTo(State.RUNNING);
        assertThat(life.clock(FIRST_RESPONSE).due()).isEqualTo(at("2026-12-02T16:00:00+01:00"));
        assertThat(life.clock(OPERATIONAL).state()).isEqualTo(State.FULFILLED);
    }

    @Test
    void each_promise_has_its_calendar_and_its_pauses() {
        SlaPolicy policy = SlaPolicy.builder(OSLO)
                .promise(
                        FIRST_RESPONSE,
                        SlaPromise.builder()
                                .time(Duration.ofHours(10))
                                .calendar(ALWAYS)
                                .pausedIn()
                                .build())
                .promise(
                        RESOLUTION,
                        SlaPromise.builder()
                                .time(Duration.ofHours(16))
                                .pausedIn(StatusCategory.PENDING_CUSTOMER, StatusCategory.PENDING_INTERNAL)
                                .build())
                .build();
        TicketUnderSla own = TicketUnderSla.opened(policy, Priority.LOW, "2026-12-01T10:00:00+01:00")
                .status(Status.ON_HOLD, "2026-12-01T11:00:00+01:00");

        assertThat(own.clock(FIRST_RESPONSE).due()).isEqualTo(at("2026-12-01T20:00:00+01:00"));
        assertThat(own.clock(FIRST_RESPONSE).state()).isEqualTo(State.RUNNING);
        assertThat(own.clock(RESOLUTION).state()).isEqualTo(State.PAUSED);
        own.status(Status.PENDING, "2026-12-01T12:00:00+01:00").status(Status.OPEN, "2026-12-02T12:00:00+01:00");
        assertThat(own.clock(FIRST_RESPONSE).due()).isEqualTo(at("2026-12-01T20:00:00+01:00"));
        assertThat(own.clock(RESOLUTION).due()).isEqualTo(at("2026-12-04T11:00:00+01:00"));
    }

    @Test
    void what_stood_still_when_it_was_solved_was_in_time() {
        life.replied(Status.PENDING, "2026-12-01T10:00:00+01:00").status(Status.SOLVED, "2027-03-01T10:00:00+01:00");

        assertThat(life.clock(RESOLUTION).missed(at("2027-04-01T10:00:00+02:00")))
                .isFalse();
    }

    @Test
    void what_was_answered_after_hours_is_late_though_no_business_time_passed() {
        life.replied(Status.OPEN, "2026-12-01T18:00:00+01:00");

        assertThat(life.clock(FIRST_RESPONSE).due()).isEqualTo(at("2026-12-01T17:00:00+01:00"));
        assertThat(life.clock(FIRST_RESPONSE).missed(at("2026-12-01T18:00:00+01:00")))
                .isTrue();
        TicketUnderSla inTime = TicketUnderSla.opened(POLICIES, Priority.NORMAL, 2, "2026-12-01T09:00:00+01:00")
                .replied(Status.OPEN, "2026-12-01T17:00:00+01:00");
        assertThat(inTime.clock(FIRST_RESPONSE).missed(at("2026-12-02T18:00:00+01:00")))
                .isFalse();
    }

    @Test
    void a_review_takes_up_a_changed_calendar_and_keeps_what_was_counted() {
        SlaPolicies changed = SlaPolicies.of(SlaPolicy.standard(BusinessCalendar.builder(OSLO.zone())
                .open(DayOfWeek.TUESDAY, "08:00-24:00")
                .build()));
        life.replied(Status.PENDING, "2026-12-01T12:00:00+01:00").status(Status.OPEN, "2026-12-01T13:00:00+01:00");
        assertThat(life.clocks().reviewed(life.ticket(), POLICIES, at("2026-12-01T14:00:00+01:00")))
                .satisfies(same -> assertThat(same.promiseAs(life.clocks())).isTrue());

        life.under(changed).reviewed("2026-12-01T14:00:00+01:00");
        assertThat(life.clock(RESOLUTION).spent()).isEqualTo(Duration.ofHours(4));
        assertThat(life.clock(RESOLUTION).due()).isEqualTo(at("2026-12-08T18:00:00+01:00"));
    }

    @Test
    void a_calendar_that_counts_more_than_was_promised_breaks_the_promise_when_the_clock_goes_on() {
        SlaPolicies changed = SlaPolicies.of(SlaPolicy.standard(BusinessCalendar.roundTheClock(OSLO.zone())));

        life.under(changed)
                .replied(Status.PENDING, "2026-12-02T15:00:00+01:00")
                .status(Status.OPEN, "2026-12-02T16:00:00+01:00");

        assertThat(life.clock(RESOLUTION).spent()).isEqualTo(Duration.ofHours(30));
        assertThat(life.clock(RESOLUTION).due()).isEqualTo(at("2026-12-02T16:00:00+01:00"));
    }

    @Test
    void a_replay_tells_what_other_policies_would_have_promised() {
        life.replied(Status.OPEN, "2026-12-01T15:00:00+01:00")
                .customerWrites("2026-12-01T16:00:00+01:00")
                .replied(Status.OPEN, "2026-12-01T16:30:00+01:00")
                .customerWrites("2026-12-02T16:00:00+01:00");

        assertThat(life.replayed(POLICIES).clocks()).isEqualTo(life.clocks());
        assertThat(life.replayed(POLICIES).cycles())
                .extracting(clock ->
                        clock.target() + " " + clock.cycle() + " " + clock.missed(at("2026-12-02T17:00:00+01:00")))
                .containsExactly(
                        "NEXT_RESPONSE 1 false",
                        "FIRST_RESPONSE 1 false",
                        "NEXT_RESPONSE 2 false",
                        "RESOLUTION 1 false");
        assertThat(life.replayed(SlaPolicies.of(GOLD)).cycles())
                .extracting(clock -> clock.target() + " " + clock.missed(at("2026-12-02T17:00:00+01:00")))
                .containsExactly("FIRST_RESPONSE true", "RESOLUTION true");
    }
}
