package dev.svar.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.SatisfactionPolicy;
import dev.svar.TimelineQuery;
import dev.svar.announcement.MailingOrder;
import dev.svar.announcement.RecipientList;
import dev.svar.announcement.Wording;
import dev.svar.contact.Address;
import dev.svar.contact.Agent;
import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.ContactId;
import dev.svar.contact.MailDomain;
import dev.svar.contact.OrganizationId;
import dev.svar.contact.TeamId;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.SilencePlan;
import dev.svar.sla.SlaPolicy;
import dev.svar.template.LiquidRenderer;
import dev.svar.template.LiquidTemplate;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.template.TemplateProblem;
import dev.svar.template.TemplateSchema;
import dev.svar.template.Value;
import dev.svar.ticket.CustomField;
import dev.svar.ticket.FieldType;
import dev.svar.ticket.Priority;
import dev.svar.ticket.Rating;
import dev.svar.ticket.SilenceStep;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Tag;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketRules;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Templates are checked against the names that letters really have, so that what a check promises holds. */
final class LetterNamesTest {
    private static final Locale BOKMAL = Locale.forLanguageTag("nb");

    private final TestDesk office = new TestDesk();
    private final Set<String> names = new TreeSet<>();
    private final Map<String, Set<String>> ofKind = new TreeMap<>();

    @Test
    void every_name_that_letters_have_is_known_to_the_check_of_templates() {
        LiquidRenderer liquid = new LiquidRenderer();
        HelpDesk desk = office.builder(office.mail)
                .renderer((template, context) -> {
                    collect("", context.data(), names);
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

    /** Every letter is one text that names all there is, so that also what is looked up only then is there. */
    @Test
    void every_name_that_the_check_knows_is_filled_in_some_letter_of_a_tickets_life() {
        AtomicReference<String> rating = new AtomicReference<>("");
        Set<String> known = new TreeSet<>();
        flatten("", TemplateCatalog.letterSchema().names(), known);
        LiquidRenderer liquid = new LiquidRenderer();
        TemplateCatalog catalog = TemplateCatalog.shipped();
        for (String kind : TemplateCatalog.shipped().names()) {
            if (!kind.equals("next_step")) {
                catalog = catalog.with(new Template(kind, BOKMAL, kind, String.join(" ", known)));
            }
        }
        SlaPolicy policy = SlaPolicy.builder(BusinessCalendar.standard(ZoneId.of("Europe/Oslo")))
                .promise(SlaTarget.FIRST_RESPONSE, Priority.NORMAL, Duration.ofHours(8))
                .promise(SlaTarget.NEXT_RESPONSE, Priority.NORMAL, Duration.ofHours(8))
                .promise(SlaTarget.RESOLUTION, Priority.NORMAL, Duration.ofHours(24))
                .promise(SlaTarget.PERIODIC_UPDATE, Priority.NORMAL, Duration.ofHours(16))
                .promise(SlaTarget.OPERATIONAL, Priority.NORMAL, Duration.ofHours(16))
                .build();
        HelpDesk desk = office.builder(office.mail)
                .unsubscribeLinks(URI.create("https://desk.example/u/"))
                .sla(policy)
                .silence(SilencePlan.builder()
                        .step(StatusCategory.PENDING_CUSTOMER, Duration.ofDays(3), SilenceStep.ASK)
                        .step(StatusCategory.PENDING_CUSTOMER, Duration.ofDays(3), SilenceStep.CLOSE)
                        .build())
                .agents(id -> Optional.of(new Agent(
                        id, "Lars Holm", Address.mail("lars@paamelding.example"), BOKMAL, Optional.of("Lars"))))
                .satisfaction(SatisfactionPolicy.at(URI.create("https://desk.example/r/")))
                .templates(catalog)
                .renderer((template, context) -> {
                    collect("", context.data(), ofKind.computeIfAbsent(template.name(), kind -> new TreeSet<>()));
                    if (context.data().values().get("satisfaction") instanceof Value.Fields asked
                            && asked.values().get("rating_url") instanceof Value.Text url) {
                        rating.set(url.value());
                    }
                    collect("", context.data(), names);
                    return liquid.render(template, context);
                })
                .build();
        OrganizationId club = desk.contacts()
                .addOrganization("Klubben", new MailDomain("kunde.example"))
                .id();
        assertThat(desk.contacts().organization(club)).isPresent();
        desk.receive(TestDesk.mail("ola", TestDesk.OLA).fromName("Ola Nordmann").build());
        Ticket ticket = desk.open(NewTicket.builder(TestDesk.KARI, "Betaling", "Jeg får ikke betalt.")
                .name("Kari Nordmann")
                .language(BOKMAL)
                .build());
        desk.contacts().language(ticket.requester(), Optional.of(BOKMAL));
        ContactId ola = desk.contacts().at(TestDesk.OLA).orElseThrow().id();
        desk.execute(ticket.id(), new TicketCommand.ChangeParticipants(TestDesk.AGENT, Set.of(ola), Set.of()));
        desk.execute(ticket.id(), new TicketCommand.Categorize(TestDesk.AGENT, "payment", List.of()));
        desk.execute(ticket.id(), new TicketCommand.ChangeTags(TestDesk.AGENT, Set.of(new Tag("kort")), Set.of()));
        desk.execute(ticket.id(), new TicketCommand.AssignTeam(TestDesk.AGENT, Optional.of(new TeamId("kasse"))));
        desk.execute(ticket.id(), new TicketCommand.Assign(TestDesk.AGENT, Optional.of(TestDesk.LARS)));
        office.time.runUntil(desk, office.time.instant().plus(Duration.ofDays(5)));
        desk.reply(ticket.id(), TestDesk.LARS, "Prøv igjen.");
        office.time.runUntil(desk, office.time.instant().plus(Duration.ofDays(5)));

        desk.solve(ticket.id(), TestDesk.LARS);
        String link = rating.get();
        desk.rate(link.substring(link.lastIndexOf('/') + 1), Rating.GOOD, "Bra", Optional.empty());
        desk.note(ticket.id(), new AgentId("berit"), "@" + TestDesk.LARS.value() + ", takk!");
        Ticket second = desk.open(
                NewTicket.builder(TestDesk.KARI, "Betaling", "Og en gang til.").build());
        desk.merge(second.id(), ticket.id(), TestDesk.LARS);
        RecipientList list = RecipientList.of(Channel.MAIL, List.of(TestDesk.KARI.value() + "\tnb\tKari Nordmann"));
        MailingOrder order = MailingOrder.of("maintenance", List.of(new Wording(BOKMAL, "Stengt", "Vi flytter.")), list)
                .between(
                        office.time.instant(), Optional.of(office.time.instant().plusSeconds(60)));
        desk.announcements().start(desk.announcements().draft(order, list).id());
        office.time.runUntil(desk, office.time.instant().plus(Duration.ofMinutes(10)));

        // Only a further message of the customer starts that promise; no letter of this life is written while it runs.
        known.remove("ticket.sla.next_response.due");
        // Letters that are held for one are of agents who asked for it: DeskDigestTest.
        known.removeIf(name -> name.startsWith("digest."));
        assertThat(names).containsAll(known);
        desk.timeline(ticket.id(), TimelineQuery.first(BOKMAL, 100));
        desk.explain(ticket.id(), SlaTarget.RESOLUTION, BOKMAL);
        assertNoFalseAlarm();
    }

    /** What a letter of a kind had, the check of that kind knows, be it a letter or a text that stands in letters. */
    private void assertNoFalseAlarm() {
        assertThat(ofKind.keySet())
                .contains("acknowledged", "replied", "solved", "merged", "silence_question", "mentioned", "sla_breach")
                .contains("maintenance", "history", "sla_account", "notice_reason", "rating_section");
        ofKind.forEach((kind, filled) -> assertThat(filled)
                .as("names of %s", kind)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(
                                LiquidTemplate.parse("{{ " + name + " }}").check(TemplateCatalog.letterSchema(kind)))
                        .isEmpty()));
    }

    @Test
    void a_desk_complains_about_no_template_that_is_shipped_in_whatever_language() {
        HelpDesk desk = deskWithFields();
        for (String kind : TemplateCatalog.shipped().names()) {
            for (String language : List.of("en", "nb", "sv", "fi", "hu", "ru")) {
                Template template = TemplateCatalog.shipped()
                        .find(kind, List.of(Locale.forLanguageTag(language)))
                        .orElseThrow();
                assertThat(desk.check(template)).as("%s in %s", kind, language).isEmpty();
            }
        }
    }

    @Test
    void a_custom_field_is_known_where_its_reader_is_shown_it() {
        HelpDesk desk = deskWithFields();
        for (String kind : List.of("replied", "solved", "assigned", "sla_breach", "next_step", "of_the_host")) {
            assertThat(problems(desk, kind, "{{ ticket.ticket_field_plan }}"))
                    .as(kind)
                    .isEmpty();
        }
        for (String kind : List.of("assigned", "sla_breach", "of_the_host")) {
            assertThat(problems(desk, kind, "{{ ticket.ticket_field_margin }}"))
                    .as(kind)
                    .isEmpty();
        }
        for (String kind : List.of("replied", "solved", "incident_opened")) {
            assertThat(problems(desk, kind, "{{ ticket.ticket_field_margin }}"))
                    .as(kind)
                    .singleElement()
                    .asString()
                    .startsWith("text, line 1, column 4: there is no ticket.ticket_field_margin");
        }
        for (String kind : List.of("maintenance", "digest", "history", "sla_account", "notice_reason")) {
            assertThat(problems(desk, kind, "{{ ticket.ticket_field_plan }}"))
                    .as(kind)
                    .hasSize(1);
        }
    }

    private static List<String> problems(HelpDesk desk, String kind, String text) {
        return desk.check(new Template(kind, Locale.ENGLISH, "Subject", text)).stream()
                .map(TemplateProblem::message)
                .toList();
    }

    private HelpDesk deskWithFields() {
        return office.builder(office.mail)
                .rules(TicketRules.builder()
                        .field(CustomField.internal("plan", "Plan", FieldType.TEXT)
                                .visibleToCustomer())
                        .field(CustomField.internal("margin", "Margin", FieldType.TEXT))
                        .build())
                .build();
    }

    private static void flatten(String before, Map<String, TemplateSchema.Type> types, Set<String> into) {
        types.forEach((name, type) -> {
            if (type instanceof TemplateSchema.ObjectOf object) {
                flatten(before + name + ".", object.fields(), into);
            } else {
                into.add(before + name);
            }
        });
    }

    private static void collect(String before, Value.Fields fields, Set<String> into) {
        fields.values().forEach((name, value) -> {
            if (value instanceof Value.Fields inner) {
                collect(before + name + ".", inner, into);
            } else if (!value.equals(Value.NIL) && !value.equals(Value.of("")) && !value.equals(Value.of(List.of()))) {
                into.add(before + name);
            }
        });
    }
}
