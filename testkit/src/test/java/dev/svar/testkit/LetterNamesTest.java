package dev.svar.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.contact.TeamId;
import dev.svar.template.LiquidRenderer;
import dev.svar.template.LiquidTemplate;
import dev.svar.template.TemplateCatalog;
import dev.svar.template.Value;
import dev.svar.ticket.Tag;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Templates are checked against the names that letters really have, so that what a check promises holds. */
final class LetterNamesTest {
    private final TestDesk office = new TestDesk();
    private final Set<String> names = new TreeSet<>();

    @Test
    void every_name_that_letters_have_is_known_to_the_check_of_templates() {
        LiquidRenderer liquid = new LiquidRenderer();
        HelpDesk desk = office.builder(office.mail)
                .renderer((template, context) -> {
                    collect("", context.data());
                    return liquid.render(template, context);
                })
                .build();
        Ticket ticket = desk.open(NewTicket.builder(TestDesk.KARI, "Betaling", "Jeg får ikke betalt.")
                .name("Kari Nordmann")
                .build());
        desk.execute(ticket.id(), new TicketCommand.ChangeTags(TestDesk.AGENT, Set.of(new Tag("kort")), Set.of()));
        desk.execute(ticket.id(), new TicketCommand.AssignTeam(TestDesk.AGENT, Optional.of(new TeamId("kasse"))));
        desk.execute(ticket.id(), new TicketCommand.Assign(TestDesk.AGENT, Optional.of(TestDesk.LARS)));
        office.time.runUntil(desk, office.time.instant().plus(Duration.ofDays(5)));
        desk.reply(ticket.id(), TestDesk.LARS, "Prøv igjen.");
        desk.solve(ticket.id(), TestDesk.LARS);

        assertThat(names)
                .contains("ticket.requester.first_name", "ticket.assignee.email", "ticket.team", "sla.due")
                .allSatisfy(name -> assertThat(
                                LiquidTemplate.parse("{{ " + name + " }}").check(TemplateCatalog.letterSchema()))
                        .isEmpty());
    }

    private void collect(String before, Value.Fields fields) {
        fields.values().forEach((name, value) -> {
            if (value instanceof Value.Fields inner) {
                collect(before + name + ".", inner);
            } else if (!value.equals(Value.NIL)) {
                names.add(before + name);
            }
        });
    }
}
