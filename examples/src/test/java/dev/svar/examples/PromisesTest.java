package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.SlaWhatIf;
import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.contact.TeamId;
import dev.svar.memory.MemoryStore;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.SlaAction;
import dev.svar.sla.SlaClock;
import dev.svar.sla.SlaCondition;
import dev.svar.sla.SlaPolicies;
import dev.svar.sla.SlaPolicy;
import dev.svar.sla.SlaPromise;
import dev.svar.store.TicketQuery;
import dev.svar.testkit.ManualTime;
import dev.svar.ticket.Priority;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Tag;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Promises as a host writes them down; the blocks of docs/sla.md come from here. */
final class PromisesTest {
    private static final AgentId BERIT = new AgentId("berit");
    private static final AgentId OLA = new AgentId("ola");
    private static final TeamId DEVELOPERS = new TeamId("developers");

    private final ManualTime time = ManualTime.at("2026-12-01T09:00:00Z"); // a Tuesday, ten o'clock in Oslo
    private final BusinessCalendar office = BusinessCalendar.standard(ZoneId.of("Europe/Oslo"));
    private final BusinessCalendar always = BusinessCalendar.roundTheClock(ZoneId.of("Europe/Oslo"));

    private HelpDesk.Builder desk() {
        return HelpDesk.builder(new MemoryStore()).time(time);
    }

    private static Ticket opened(HelpDesk desk, Priority priority) {
        return desk.open(NewTicket.builder(Address.mail("kari@customer.example"), "Cannot pay", "The page is blank.")
                .priority(priority)
                .build());
    }

    private static SlaClock clock(HelpDesk desk, Ticket ticket, SlaTarget target) {
        return desk.find(ticket.id()).orElseThrow().clocks().clock(target).orElseThrow();
    }

    @Test
    void the_simple_way() {
        SlaPolicy policy = SlaPolicy.builder(office)
                .standardPromises()
                .promise(SlaTarget.FIRST_RESPONSE, Priority.URGENT, Duration.ofMinutes(15))
                .warnAtPercent(50, 80)
                .escalateTo(BERIT)
                .build();

        HelpDesk desk = desk().sla(policy).build();
        Ticket ticket = opened(desk, Priority.URGENT);
        time.runUntil(desk, Instant.parse("2026-12-01T09:15:00Z"));
        assertThat(desk.find(ticket.id()).orElseThrow().ticket().assignee()).contains(BERIT);
    }

    @Test
    void a_promise_of_its_own() {
        SlaPolicy policy = SlaPolicy.builder(office)
                .name("gold")
                .promise(
                        SlaTarget.RESOLUTION,
                        SlaPromise.builder()
                                .time(Duration.ofHours(24))
                                .time(Priority.URGENT, Duration.ofHours(4))
                                .calendar(always)
                                .warnAtPercent(75)
                                .warnBefore(Duration.ofMinutes(30))
                                .pausedIn(StatusCategory.PENDING_CUSTOMER, StatusCategory.PENDING_INTERNAL)
                                .escalate(Duration.ZERO, new SlaAction.AssignTo(BERIT))
                                .escalate(
                                        Duration.ofHours(2),
                                        new SlaAction.RaisePriority(Priority.HIGH),
                                        new SlaAction.AddTag(new Tag("late")))
                                .escalate(
                                        Duration.ofHours(4),
                                        new SlaAction.OpenTicket(
                                                Address.mail("duty@example.com"),
                                                "A promise is broken",
                                                "Please help the help desk with this one.",
                                                Optional.of(DEVELOPERS)))
                                .build())
                .build();

        HelpDesk desk = desk().sla(policy).build();
        Ticket ticket = opened(desk, Priority.NORMAL);
        time.runUntil(desk, Instant.parse("2026-12-02T13:00:00Z"));
        Ticket late = desk.find(ticket.id()).orElseThrow().ticket();
        assertThat(late.tags()).containsExactly(new Tag("late"));
        assertThat(desk.tickets(TicketQuery.all(10)).items()).hasSize(2);
    }

    @Test
    void updates_and_teams() {
        SlaPolicy policy = SlaPolicy.builder(office)
                .standardPromises()
                .promise(
                        SlaTarget.PERIODIC_UPDATE,
                        SlaPromise.builder()
                                .time(Duration.ofHours(8))
                                .noDelayNotice()
                                .build())
                .promise(
                        SlaTarget.OPERATIONAL,
                        SlaPromise.builder().time(Duration.ofHours(4)).build())
                .build();

        HelpDesk desk = desk().sla(policy).build();
        Ticket ticket = opened(desk, Priority.NORMAL);
        desk.execute(ticket.id(), new TicketCommand.AssignTeam(Actor.agent(OLA), Optional.of(DEVELOPERS)));
        assertThat(clock(desk, ticket, SlaTarget.OPERATIONAL).due()).isEqualTo("2026-12-01T13:00:00Z");
        assertThat(clock(desk, ticket, SlaTarget.PERIODIC_UPDATE).due()).isEqualTo("2026-12-02T09:00:00Z");
    }

    @Test
    void several_policies() {
        SlaPolicy standard = SlaPolicy.standard(office);
        SlaPolicy outage = SlaPolicy.builder(always)
                .name("outage")
                .promise(
                        SlaTarget.FIRST_RESPONSE,
                        SlaPromise.builder().time(Duration.ofMinutes(30)).build())
                .build();

        SlaPolicies policies = SlaPolicies.builder(standard)
                .when(SlaCondition.any().categories("outage").priorities(Priority.HIGH, Priority.URGENT), outage)
                .build();

        HelpDesk desk = desk().sla(policies).build();
        Ticket ticket = opened(desk, Priority.HIGH);
        desk.execute(ticket.id(), new TicketCommand.Categorize(Actor.agent(OLA), "outage", List.of()));
        assertThat(clock(desk, ticket, SlaTarget.FIRST_RESPONSE).policy()).isEqualTo("outage");
    }

    @Test
    void nights() {
        SlaPolicy policy = SlaPolicy.builder(always)
                .standardPromises()
                .quietHours(LocalTime.of(20, 0), LocalTime.of(7, 30))
                .build();

        HelpDesk desk = desk().sla(policy).build();
        Ticket ticket = opened(desk, Priority.LOW);
        time.runUntil(desk, Instant.parse("2026-12-03T09:00:00Z"));
        assertThat(desk.history(ticket.id(), 0, 100))
                .filteredOn(e -> e.event() instanceof TicketEvent.DelayAnnounced)
                .extracting(e -> e.at())
                .first()
                .isEqualTo(Instant.parse("2026-12-02T06:36:00Z"));
    }

    @Test
    void a_changed_policy() {
        MemoryStore store = new MemoryStore();
        HelpDesk before = HelpDesk.builder(store)
                .time(time)
                .sla(SlaPolicy.standard(office))
                .build();
        Ticket ticket = opened(before, Priority.NORMAL);
        SlaPolicies changed = SlaPolicies.of(SlaPolicy.standard(always));
        HelpDesk desk = HelpDesk.builder(store).time(time).sla(changed).build();

        SlaWhatIf report = before.whatIf(changed, TicketQuery.all(100));

        List<TicketId> open = new ArrayList<>();
        report.differences().forEach(difference -> open.add(difference.ticket()));
        desk.executeAll(open, new TicketCommand.ReviewSla(Actor.agent(OLA)));

        assertThat(report.differences()).hasSize(2);
        assertThat(clock(desk, ticket, SlaTarget.FIRST_RESPONSE).due()).isEqualTo("2026-12-01T17:00:00Z");
    }
}
