package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.OLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.svar.CustomerView;
import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.PublicFact;
import dev.svar.Redaction;
import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.ContactId;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Content;
import dev.svar.message.ContentRef;
import dev.svar.message.Message;
import dev.svar.message.OutboundMessage;
import dev.svar.ticket.Audience;
import dev.svar.ticket.ContextFact;
import dev.svar.ticket.CustomField;
import dev.svar.ticket.FieldKey;
import dev.svar.ticket.FieldType;
import dev.svar.ticket.FieldValue;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketRules;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a customer sees of a ticket, and everything else that must not be among it. */
final class DeskCustomerViewTest {
    private static final CustomField PLAN =
            CustomField.internal("plan", "Plan", FieldType.TEXT).visibleToCustomer();
    private static final CustomField MARGIN = CustomField.internal("margin", "Margin", FieldType.NUMBER);

    private final TestDesk office = new TestDesk();
    private final HelpDesk desk = office.builder(office.mail)
            .rules(TicketRules.builder().field(PLAN).field(MARGIN).build())
            .build();

    private Ticket opened() {
        return desk.open(NewTicket.builder(KARI, "Betaling", "Jeg får ikke betalt.")
                .name("Kari Nordmann")
                .field("plan", FieldValue.of("gold"))
                .field("margin", FieldValue.of(4711))
                .fact("order", FieldValue.of("A-17"), Audience.PUBLIC)
                .fact("credit", FieldValue.of("hidden-credit"), Audience.INTERNAL)
                .build());
    }

    private ContactId of(Address address) {
        return desk.contacts().at(address).orElseThrow().id();
    }

    private CustomerView seen(Ticket ticket, Address by) {
        return desk.customerView(ticket.id(), of(by)).orElseThrow();
    }

    private List<String> texts(Ticket ticket, Address by) {
        return seen(ticket, by).messages().stream()
                .map(CustomerView.Entry::text)
                .toList();
    }

    /** Every text that can be reached from a value through what is public. */
    private static Set<String> texts(Object value) {
        Set<String> texts = new TreeSet<>();
        collect(value, texts);
        return texts;
    }

    private static void collect(Object value, Set<String> texts) {
        texts.add(value.toString());
        if (value instanceof Collection<?> all) {
            all.forEach(element -> collect(element, texts));
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(element -> collect(element, texts));
        } else if (value.getClass().getName().startsWith("dev.svar.")
                && !value.getClass().isEnum()) {
            for (Method method : value.getClass().getMethods()) {
                boolean accessor = method.getParameterCount() == 0
                        && !Modifier.isStatic(method.getModifiers())
                        && method.getDeclaringClass() != Object.class
                        && !method.getReturnType().getSimpleName().equals("Builder");
                if (accessor) {
                    try {
                        collect(method.invoke(value), texts);
                    } catch (ReflectiveOperationException e) {
                        throw new AssertionError(method + " cannot be read", e);
                    }
                }
            }
        }
    }

    @Test
    void a_customer_sees_the_conversation_public_fields_and_facts_and_whose_turn_it_is() {
        Ticket ticket = opened();
        assertThat(seen(ticket, KARI).awaitsCustomer()).isFalse();
        office.time.advance(Duration.ofMinutes(1));
        desk.reply(ticket.id(), LARS, "Prøv igjen.");
        CustomerView view = seen(ticket, KARI);

        assertThat(view.number()).isEqualTo(ticket.number());
        assertThat(view.subject()).isEqualTo("Betaling");
        assertThat(view.status()).isEqualTo("pending");
        assertThat(view.awaitsCustomer()).isTrue();
        assertThat(view.fields()).hasToString("[Plan: gold]");
        assertThat(view.context()).hasToString("[order: A-17]");
        assertThat(view.messages())
                .extracting(CustomerView.Entry::from, CustomerView.Entry::byDesk, CustomerView.Entry::text)
                .containsExactly(
                        tuple("Kari Nordmann", false, "Jeg får ikke betalt."), tuple("Lars Holm", true, "Prøv igjen."));
    }

    @Test
    void nothing_internal_and_nobodys_address_can_be_reached_from_a_view() {
        office.desk.receive(
                TestDesk.mail("1", OLA).fromName("ola@kunde.example").build());
        Ticket ticket = opened();
        desk.note(ticket.id(), LARS, "hidden-note");
        desk.execute(ticket.id(), new TicketCommand.ChangeParticipants(Actor.agent(LARS), Set.of(of(OLA)), Set.of()));
        desk.reply(ticket.id(), LARS, "Kortnummeret 4000-1234 er sperret.");
        Message reply = desk.messages(ticket.id(), 0, 100).get(2);
        desk.redact(ticket.id(), reply.id(), Redaction.of("4000-1234"), LARS);
        Ticket other = desk.open(NewTicket.builder(KARI, "hidden-subject", "Det samme igjen.")
                .fact("stock", FieldValue.of("hidden-stock"), Audience.PUBLIC)
                .build());
        desk.note(other.id(), LARS, "hidden-note of the other");
        desk.merge(other.id(), ticket.id(), LARS);
        desk.receive(TestDesk.mail("2", OLA)
                .fromName("ola@kunde.example")
                .text("Jeg også.")
                .about(ticket.id())
                .build());
        Set<String> reached = texts(seen(ticket, KARI));
        reached.addAll(texts(seen(ticket, OLA)));

        assertThat(reached).contains("Jeg også.", "Det samme igjen.", "gold", "A-17", "Kortnummeret █████ er sperret.");
        assertThat(reached)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("@", "hidden", "4711", "Margin", "4000-1234", "lars", of(OLA).toString()));
    }

    @Test
    void the_walk_over_a_view_would_find_what_is_hidden() {
        Ticket ticket = opened();
        desk.note(ticket.id(), LARS, "hidden-note");

        assertThat(texts(desk.view(ticket.id(), Locale.ENGLISH)))
                .anyMatch(text -> text.contains("hidden-note"))
                .anyMatch(text -> text.contains("kari@kunde.example"))
                .anyMatch(text -> text.contains("hidden-credit"))
                .anyMatch(text -> text.contains("4711"));
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageRole.class,
            names = {"NOTE", "AUTOMATIC"})
    void no_message_that_customers_do_not_see_fits_into_a_view(MessageRole role) {
        assertThatThrownBy(() -> new CustomerView.Entry(Instant.EPOCH, "Lars", role, "hidden", List.of()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("entry.role is " + role);
    }

    @Test
    void no_internal_fact_fits_into_a_view_nor_an_address_as_a_name() {
        assertThat(PublicFact.of(MARGIN, FieldValue.of(4711))).isEmpty();
        assertThat(PublicFact.of(new ContextFact("credit", FieldValue.of("x"), Audience.INTERNAL)))
                .isEmpty();
        assertThat(PublicFact.of(PLAN, FieldValue.of("gold")))
                .map(PublicFact::label)
                .contains("Plan");
        assertThat(PublicFact.class.getConstructors()).isEmpty();
        assertThat(new CustomerView.Entry(Instant.EPOCH, "a@b.example", MessageRole.REPLY, "x", List.of()).from())
                .isEmpty();
        assertThat(CustomerView.class.getRecordComponents())
                .as("whoever adds a part must ask whether customers may see it")
                .extracting(RecordComponent::getName)
                .containsExactly("number", "subject", "status", "awaitsCustomer", "fields", "context", "messages");
    }

    @Test
    void only_those_who_belong_to_a_ticket_see_it() {
        Ticket ticket = opened();
        desk.open(NewTicket.builder(OLA, "Noe annet", "Hei.").build());

        assertThat(desk.customerView(ticket.id(), of(KARI))).isPresent();
        assertThat(desk.customerView(ticket.id(), of(OLA))).isEmpty();
        assertThat(desk.customerView(ticket.id(), new ContactId(new UUID(1, 1))))
                .isEmpty();
        assertThat(desk.customerView(new TicketId(new UUID(1, 1)), of(KARI))).isEmpty();
    }

    @Test
    void who_was_merged_into_one_person_sees_the_tickets_of_both() {
        Ticket ticket = opened();
        desk.open(NewTicket.builder(OLA, "Noe annet", "Hei.").build());
        ContactId kari = of(KARI);
        ContactId ola = of(OLA);
        desk.contacts().merge(kari, ola);

        assertThat(desk.customerView(ticket.id(), ola)).isPresent();
        assertThat(desk.customerView(ticket.id(), kari)).isPresent();
        desk.contacts().undoMerge(kari);
        assertThat(desk.customerView(ticket.id(), ola)).isEmpty();
    }

    @Test
    void a_merged_ticket_leads_to_the_one_that_goes_on_with_the_messages_of_both_in_order_of_time() {
        Ticket first = opened();
        office.time.advance(Duration.ofMinutes(1));
        Ticket second =
                desk.open(NewTicket.builder(KARI, "Igjen", "Heller ikke i dag.").build());
        office.time.advance(Duration.ofMinutes(1));
        desk.reply(first.id(), LARS, "Vi ser på det.");
        desk.merge(second.id(), first.id(), LARS);

        assertThat(texts(second, KARI))
                .isEqualTo(texts(first, KARI))
                .containsExactly("Jeg får ikke betalt.", "Heller ikke i dag.", "Vi ser på det.");
        desk.undoMerge(second.id(), LARS);
        assertThat(texts(first, KARI)).containsExactly("Jeg får ikke betalt.", "Vi ser på det.");
    }

    @Test
    void a_merge_shows_nobody_the_messages_of_a_ticket_that_they_did_not_belong_to() {
        desk.open(NewTicket.builder(OLA, "Noe annet", "Hei.").build());
        Ticket first = opened();
        desk.execute(first.id(), new TicketCommand.ChangeParticipants(Actor.agent(LARS), Set.of(of(OLA)), Set.of()));
        Ticket own = desk.open(
                NewTicket.builder(KARI, "Privat", "Dette er mellom oss.").build());
        desk.merge(own.id(), first.id(), LARS);

        assertThat(texts(first, KARI)).contains("Dette er mellom oss.");
        assertThat(texts(first, OLA)).containsExactly("Jeg får ikke betalt.");
    }

    @Test
    void who_was_taken_off_a_ticket_sees_it_no_more_also_not_through_a_merged_one() {
        Ticket first = opened();
        Ticket second = desk.open(NewTicket.builder(OLA, "Igjen", "Jeg også.").build());
        desk.runDue(100);
        OutboundMessage toOla = office.last();
        desk.mergeSharing(second.id(), first.id(), LARS);
        assertThat(seen(second, OLA).number()).isEqualTo(first.number());
        assertThat(desk.follow(TestDesk.followToken(toOla))).contains(seen(first, OLA));
        ContactId ola = of(OLA);
        desk.execute(first.id(), new TicketCommand.ChangeParticipants(Actor.agent(LARS), Set.of(), Set.of(ola)));

        assertThat(desk.customerView(first.id(), ola)).isEmpty();
        assertThat(desk.customerView(second.id(), ola)).isEmpty();
        assertThat(desk.follow(TestDesk.followToken(toOla))).isEmpty();
    }

    @Test
    void files_of_visible_messages_can_be_read_and_no_others() {
        Content bill = TestDesk.raw("the bill");
        desk.receive(TestDesk.mail("1", KARI)
                .attach("bill.pdf", "application/pdf", Optional.empty(), bill)
                .build());
        Ticket ticket = office.allTickets().get(0).ticket();
        desk.runDue(100);
        String token = TestDesk.followToken(office.last());
        ContentRef raw = TestDesk.raw("raw form of 1").ref();
        CustomerView.File file = seen(ticket, KARI).messages().get(0).files().get(0);

        assertThat(file).isEqualTo(new CustomerView.File("bill.pdf", "application/pdf", bill.ref()));
        assertThat(file.size()).isEqualTo("the bill".length());
        assertThat(desk.customerFile(ticket.id(), of(KARI), file.content())).contains(bill);
        assertThat(desk.customerFile(token, file.content())).contains(bill);
        assertThat(desk.content(raw)).as("it is there").isPresent();
        assertThat(desk.customerFile(ticket.id(), of(KARI), raw)).isEmpty();
        assertThat(desk.customerFile(token, raw)).isEmpty();
        assertThat(desk.customerFile(token + "x", file.content())).isEmpty();
        assertThat(desk.customerFile(ticket.id(), new ContactId(new UUID(1, 1)), file.content()))
                .isEmpty();
        Message message = desk.messages(ticket.id(), 0, 1).get(0);
        desk.redact(ticket.id(), message.id(), new Redaction(Set.of(), Set.of(bill.ref())), LARS);
        assertThat(seen(ticket, KARI).messages().get(0).files()).isEmpty();
        assertThat(desk.customerFile(token, bill.ref())).isEmpty();
    }

    @Test
    void a_long_conversation_shows_its_latest_messages() {
        Ticket ticket = opened();
        for (int i = 1; i <= CustomerView.MAX_MESSAGES; i++) {
            office.time.advance(Duration.ofSeconds(1));
            desk.reply(ticket.id(), LARS, "reply " + i);
        }

        assertThat(texts(ticket, KARI))
                .hasSize(CustomerView.MAX_MESSAGES)
                .startsWith("reply 1")
                .endsWith("reply " + CustomerView.MAX_MESSAGES);
    }

    @Test
    void a_field_without_a_value_is_not_shown() {
        Ticket ticket = desk.open(NewTicket.builder(KARI, "Betaling", "Hei.").build());
        assertThat(seen(ticket, KARI).fields()).isEmpty();
        desk.execute(
                ticket.id(),
                new TicketCommand.SetField(
                        Actor.agent(LARS), new FieldKey("plan"), Optional.of(FieldValue.of("silver"))));

        assertThat(seen(ticket, KARI).fields()).hasToString("[Plan: silver]");
    }
}
