package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.category.Mood;
import dev.svar.category.MoodDetector;
import dev.svar.category.MoodHint;
import dev.svar.category.learn.CategoryTrainer;
import dev.svar.contact.Actor;
import dev.svar.contact.AgentId;
import dev.svar.contact.TenantId;
import dev.svar.insight.DeskPriorities;
import dev.svar.testkit.ManualTime;
import dev.svar.ticket.Priority;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketEvent.PriorityChanged;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one node learned from the tickets of a database another one takes over from there. */
final class PrioritiesOnDatabasesTest {
    private static final AgentId LARS = new AgentId("lars");
    private static final int EACH = 10;

    @ParameterizedTest
    @EnumSource
    void priorities_are_learned_from_a_database_kept_there_and_raised_by_another_node(Database database)
            throws Exception {
        Shop shop = Shop.on(database.source());
        ManualTime time = ManualTime.at(Story.NOW.toString());
        DeskPriorities here = new DeskPriorities(shop.store(), TenantId.DEFAULT, time, new CategoryTrainer());
        DeskPriorities there = new DeskPriorities(shop.store(), TenantId.DEFAULT, time, new CategoryTrainer());
        HelpDesk desk = HelpDesk.builder(shop.store())
                .time(time)
                .priorities(there)
                .moods(MoodDetector.byCommonWords())
                .raisingPriorities(0.8)
                .build();
        for (int i = 0; i < EACH; i++) {
            Ticket down = opened(desk, "the shop is down and nobody can order");
            desk.execute(down.id(), new TicketCommand.ChangePriority(Actor.agent(LARS), Priority.URGENT));
            desk.solve(down.id(), LARS);
            desk.solve(opened(desk, "when do you open on monday").id(), LARS);
        }
        assertThat(here.train()).isEqualTo(2 * EACH);
        assertThat(there.catchUp()).isEqualTo(1);

        Ticket ticket = opened(desk, "The shop is down and nobody can order. This is unacceptable.");
        List<PriorityChanged> raised = desk.history(ticket.id(), 0, 10).stream()
                .map(RecordedEvent::event)
                .filter(PriorityChanged.class::isInstance)
                .map(PriorityChanged.class::cast)
                .toList();
        assertThat(raised).hasSize(1);
        assertThat(raised.get(0).to()).isEqualTo(Priority.URGENT);
        assertThat(raised.get(0).reasons()).hasSize(1).allMatch(reason -> reason.startsWith("probability "));
        assertThat(desk.hints(ticket.id()).priority().orElseThrow().reasons()).contains("text: shop");
        assertThat(desk.view(ticket.id(), Locale.ENGLISH).hints().mood().map(MoodHint::mood))
                .contains(Mood.UPSET);
        assertThat(desk.find(ticket.id()).orElseThrow().ticket().priority()).isEqualTo(Priority.URGENT);
    }

    private static Ticket opened(HelpDesk desk, String text) {
        return desk.open(NewTicket.builder(Shop.KARI, "Help", text).build());
    }
}
