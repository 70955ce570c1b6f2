package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.AGENT;
import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.category.RuleCategorizer;
import dev.svar.category.learn.TagTrainer;
import dev.svar.insight.DeskTagging;
import dev.svar.ticket.Tag;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tags of solved tickets teach the desk which tags a new one should have. */
final class DeskTaggingTest {
    private static final Tag MOBILE = new Tag("mobile");
    private static final Tag ANGRY = new Tag("angry");

    private final TestDesk office = new TestDesk();
    private final DeskTagging here = tagging();
    private final DeskTagging there = tagging();
    private final HelpDesk desk = office.builder(office.mail)
            .categorizer(
                    RuleCategorizer.builder().rule("payment", "pay*").build().tagging(there))
            .build();

    private DeskTagging tagging() {
        return new DeskTagging(office.store, TENANT, office.time, new TagTrainer());
    }

    private TicketId opened(String text) {
        return desk.open(NewTicket.builder(TestDesk.KARI, "Help", text).build()).id();
    }

    private void solved(String text, Set<Tag> tags) {
        TicketId ticket = opened(text);
        if (!tags.isEmpty()) {
            desk.execute(ticket, new TicketCommand.ChangeTags(AGENT, tags, Set.of()));
        }
        desk.solve(ticket, LARS);
    }

    @Test
    void a_new_ticket_gets_the_tags_that_fit_with_and_without_a_category_on_every_node() {
        assertThat(here.train()).isZero();
        for (int i = 0; i < 20; i++) {
            solved("my android phone shows nothing " + i, Set.of(MOBILE));
            solved("this is a terrible ridiculous service " + i, Set.of(ANGRY));
            solved("when do you open on monday " + i, Set.of());
            solved("terrible, my android phone is broken " + i, Set.of(MOBILE, ANGRY));
        }
        assertThat(here.train()).isEqualTo(80);
        assertThat(there.catchUp()).isEqualTo(2);

        TicketId both = opened("terrible, my android phone is broken, pay");
        assertThat(office.state(both).ticket().tags()).containsExactlyInAnyOrder(MOBILE, ANGRY);
        assertThat(office.state(both).ticket().category()).contains("payment");
        TicketId none = opened("when do you open");
        assertThat(office.state(none).ticket().tags()).isEmpty();
        assertThat(office.events(none, TicketEvent.TagsChanged.class)).isEmpty();
    }
}
