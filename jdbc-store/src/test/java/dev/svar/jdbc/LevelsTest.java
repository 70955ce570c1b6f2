package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.contact.TenantId;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.SlaPolicy;
import dev.svar.testkit.ManualTime;
import dev.svar.ticket.Priority;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketEvent.DelayAnnounced;
import dev.svar.ticket.TicketEvent.SlaBreached;
import dev.svar.ticket.TicketEvent.SlaWarned;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Levels of a clock that fall due at the same instant, in a store that orders their work by its name. */
final class LevelsTest {
    @ParameterizedTest
    @EnumSource
    void levels_that_fall_due_at_once_are_all_reached_and_the_breach_last(Database database) {
        ManualTime time = ManualTime.at("2026-12-03T10:00:00Z");
        SlaPolicy policy = SlaPolicy.builder(BusinessCalendar.roundTheClock(ZoneOffset.UTC))
                .promise(SlaTarget.RESOLUTION, Priority.NORMAL, Duration.ofHours(100))
                .promise(SlaTarget.RESOLUTION, Priority.URGENT, Duration.ofHours(1))
                .build();
        HelpDesk desk = HelpDesk.builder(Databases.newStore(database.source()))
                .tenant(new TenantId("levels-" + UUID.randomUUID()))
                .time(time)
                .sla(policy)
                .build();
        Ticket ticket =
                desk.open(NewTicket.builder(Address.mail("kari@kunde.example"), "Betaling", "Jeg får ikke betalt.")
                        .build());
        time.advance(Duration.ofHours(5));
        desk.execute(ticket.id(), new TicketCommand.ChangePriority(Actor.agent(new AgentId("ola")), Priority.URGENT));
        for (int i = 0; i < 5; i++) {
            desk.runDue(1);
        }

        List<Class<?>> levels = desk.history(ticket.id(), 0, 100).stream()
                .map(RecordedEvent::event)
                .<Class<?>>map(Object::getClass)
                .filter(List.of(SlaWarned.class, DelayAnnounced.class, SlaBreached.class)::contains)
                .toList();
        assertThat(levels).containsExactly(SlaWarned.class, DelayAnnounced.class, SlaBreached.class);
    }
}
