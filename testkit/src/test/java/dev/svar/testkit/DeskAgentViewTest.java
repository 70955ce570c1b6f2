package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.OLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.svar.AgentView;
import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.TimelineEntry;
import dev.svar.TimelineQuery;
import dev.svar.UnknownTicketException;
import dev.svar.contact.Actor;
import dev.svar.contact.Contact;
import dev.svar.contact.TeamId;
import dev.svar.message.OutboundMessage;
import dev.svar.store.Page;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.ticket.Audience;
import dev.svar.ticket.CustomField;
import dev.svar.ticket.FieldKey;
import dev.svar.ticket.FieldType;
import dev.svar.ticket.FieldValue;
import dev.svar.ticket.LinkKind;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketRules;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What agents see of a ticket, and which of the host's fields letters may show. */
final class DeskAgentViewTest {
    private static final CustomField PLAN =
            CustomField.internal("plan", "Plan", FieldType.TEXT).visibleToCustomer();
    private static final CustomField MARGIN = CustomField.internal("margin", "Margin", FieldType.NUMBER);
    private static final CustomField UNTIL =
            CustomField.internal("paid_until", "Paid until", FieldType.DATE).visibleToCustomer();

    private final TestDesk office = new TestDesk();
    private final HelpDesk desk = withFields().build();

    private HelpDesk.Builder withFields() {
        return office.builder(office.mail)
                .rules(TicketRules.builder()
                        .field(PLAN)
                        .field(MARGIN)
                        .field(UNTIL)
                        .build());
    }

    private Ticket opened() {
        return desk.open(NewTicket.builder(KARI, "Betaling", "Jeg får ikke betalt.")
                .name("Kari Nordmann")
                .field("plan", FieldValue.of("gold"))
                .field("margin", FieldValue.of(4711))
                .fact("credit", FieldValue.of("low"), Audience.INTERNAL)
                .build());
    }

    private AgentView seen(Ticket ticket) {
        return desk.view(ticket.id(), Locale.ENGLISH);
    }

    @Test
    void an_agent_sees_everything_about_a_ticket() {
        Ticket olas = desk.open(NewTicket.builder(OLA, "Noe annet", "Hei.").build());
        Ticket ticket = opened();
        Ticket again =
                desk.open(NewTicket.builder(KARI, "Igjen", "Heller ikke i dag.").build());
        desk.execute(
                ticket.id(),
                new TicketCommand.ChangeParticipants(
                        Actor.agent(LARS),
                        Set.of(desk.contacts().at(OLA).orElseThrow().id()),
                        Set.of()));
        desk.link(ticket.id(), LinkKind.CAUSED_BY, olas.id(), LARS);
        desk.merge(again.id(), ticket.id(), LARS);
        AgentView view = seen(ticket);

        assertThat(view.ticket()).isEqualTo(desk.find(ticket.id()).orElseThrow().ticket());
        assertThat(view.requester().map(Contact::addresses)).contains(List.of(KARI));
        assertThat(view.participants()).extracting(Contact::addresses).containsExactly(List.of(OLA));
        assertThat(view.fields())
                .containsExactly(
                        new AgentView.Field(PLAN.key(), "Plan", Audience.PUBLIC, Optional.of(FieldValue.of("gold"))),
                        new AgentView.Field(
                                MARGIN.key(), "Margin", Audience.INTERNAL, Optional.of(FieldValue.of(4711))),
                        new AgentView.Field(UNTIL.key(), "Paid until", Audience.PUBLIC, Optional.empty()));
        assertThat(view.context()).hasSize(1);
        assertThat(view.links()).containsExactly(new AgentView.Link(LinkKind.CAUSED_BY, olas.id(), olas.number()));
        assertThat(view.merged()).containsExactly(again.number());
        assertThat(view.mergedInto()).isEmpty();
        assertThat(seen(again).mergedInto()).contains(ticket.number());
        assertThat(view.nextDue())
                .isEqualTo(view.clocks().clock(SlaTarget.FIRST_RESPONSE).map(c -> c.due()));
        assertThat(view.timeline())
                .isEqualTo(desk.timeline(ticket.id(), TimelineQuery.first(Locale.ENGLISH, AgentView.TIMELINE_LENGTH)));
        assertThat(view.timeline().items()).hasSizeGreaterThan(4);
    }

    @Test
    void a_long_timeline_goes_on_where_the_view_ends() {
        Ticket ticket = opened();
        for (int i = 0; i < AgentView.TIMELINE_LENGTH; i++) {
            desk.note(ticket.id(), LARS, "note " + i);
        }
        Page<TimelineEntry> first = seen(ticket).timeline();

        assertThat(first.items()).hasSize(AgentView.TIMELINE_LENGTH);
        assertThat(desk.timeline(
                                ticket.id(),
                                TimelineQuery.first(Locale.ENGLISH, 10)
                                        .from(first.next().orElseThrow()))
                        .items())
                .hasSizeGreaterThan(1);
    }

    @Test
    void a_field_that_the_host_has_dropped_is_shown_by_its_key_as_internal() {
        Ticket ticket = opened();
        HelpDesk later = office.builder(office.mail)
                .rules(TicketRules.builder().field(MARGIN).build())
                .build();

        assertThat(later.view(ticket.id(), Locale.ENGLISH).fields())
                .extracting(AgentView.Field::label, AgentView.Field::audience)
                .containsExactly(tuple("Margin", Audience.INTERNAL), tuple("plan", Audience.INTERNAL));
        assertThat(later.customerView(ticket.id(), ticket.requester())
                        .orElseThrow()
                        .fields())
                .isEmpty();
    }

    @Test
    void there_is_no_view_of_a_ticket_that_is_not_there() {
        assertThatThrownBy(() -> desk.view(new TicketId(new UUID(1, 1)), Locale.ENGLISH))
                .isInstanceOf(UnknownTicketException.class);
    }

    @Test
    void letters_show_fields_and_team_to_agents_and_only_public_fields_to_customers() {
        String text = "{{ ticket.ticket_field_plan }}|{{ ticket.ticket_field_margin }}|"
                + "{{ ticket.ticket_field_paid_until | date: \"%-d %B\" }}|{{ ticket.group.name }}|{{ ticket.team }}|"
                + "{{ ticket.due_date | date: \"%H:%M\" }}|";
        HelpDesk worded = withFields()
                .templates(TemplateCatalog.shipped()
                        .with(new Template("replied", Locale.ENGLISH, "x", text))
                        .with(new Template("sla_warning", Locale.forLanguageTag("nb"), "x", text)))
                .cannedResponses(
                        TemplateCatalog.of(Locale.ENGLISH, List.of(new Template("c", Locale.ENGLISH, "x", text))))
                .build();
        Ticket ticket = worded.open(NewTicket.builder(KARI, "Payment", "I cannot pay.")
                .language(Locale.ENGLISH)
                .field("plan", FieldValue.of("gold"))
                .field("margin", FieldValue.of(4711))
                .field("paid_until", FieldValue.of(LocalDate.of(2026, 12, 31)))
                .build());
        worded.execute(
                ticket.id(), new TicketCommand.AssignTeam(Actor.agent(LARS), Optional.of(new TeamId("billing"))));
        worded.assign(ticket.id(), LARS, LARS);

        assertThat(worded.cannedResponse(ticket.id(), LARS, "c")).startsWith("gold||31 December|billing|billing|");
        office.time.runUntil(worded, office.time.instant().plus(Duration.ofHours(7)));
        assertThat(office.mail.offered())
                .extracting(OutboundMessage::text)
                .contains("gold|4711|31 desember|billing|billing|10:00|");
        worded.reply(ticket.id(), LARS, "Try again.");
        worded.runDue(10);
        assertThat(office.last().text()).startsWith("gold||31 December|billing|billing|");
    }

    @Test
    void a_field_without_a_value_prints_as_nothing() {
        HelpDesk worded = withFields()
                .cannedResponses(TemplateCatalog.of(
                        Locale.ENGLISH,
                        List.of(new Template("c", Locale.ENGLISH, "x", "[{{ ticket.ticket_field_plan }}]"))))
                .build();
        Ticket ticket =
                worded.open(NewTicket.builder(KARI, "Payment", "I cannot pay.").build());

        assertThat(worded.cannedResponse(ticket.id(), LARS, "c")).isEqualTo("[]");
        worded.execute(
                ticket.id(),
                new TicketCommand.SetField(
                        Actor.agent(LARS), new FieldKey("plan"), Optional.of(FieldValue.of("gold"))));
        assertThat(worded.cannedResponse(ticket.id(), LARS, "c")).isEqualTo("[gold]");
    }
}
