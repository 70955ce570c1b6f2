package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.OLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.NotificationKind;
import dev.svar.NotificationRules;
import dev.svar.SatisfactionPolicy;
import dev.svar.Subscription;
import dev.svar.Taken;
import dev.svar.announcement.IncidentMatch;
import dev.svar.announcement.Mailing;
import dev.svar.announcement.MailingOrder;
import dev.svar.announcement.RecipientList;
import dev.svar.announcement.Recipients;
import dev.svar.announcement.Wording;
import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.contact.TenantId;
import dev.svar.delivery.ChannelPreferences;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryPace;
import dev.svar.delivery.DeliveryPaces;
import dev.svar.delivery.DeliveryState;
import dev.svar.delivery.NotificationPreferences;
import dev.svar.delivery.NotifiedPerson;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Message;
import dev.svar.message.OutboundMessage;
import dev.svar.message.UnsubscribeAddress;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.SlaPolicy;
import dev.svar.template.RenderMode;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.ticket.CustomField;
import dev.svar.ticket.FieldKey;
import dev.svar.ticket.FieldType;
import dev.svar.ticket.FieldValue;
import dev.svar.ticket.Priority;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Status;
import dev.svar.ticket.Tag;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketRules;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever got a letter can say by a link in it that they want no more of its kind. */
final class DeskUnsubscribeTest {
    private static final URI LINKS = URI.create("https://paamelding.example/u/");
    private static final Wording WORDING = new Wording(Locale.ENGLISH, "Closed tonight", "From two to four.");

    private final TestDesk office = new TestDesk();
    private final HelpDesk desk = office.builder(office.mail)
            .unsubscribeLinks(LINKS)
            .notifications(NotificationRules.standard().with(NotificationKind.WORKING_ON_IT))
            .build();

    private List<OutboundMessage> announced(String... to) {
        RecipientList list = RecipientList.of(Channel.MAIL, List.of(to));
        Mailing draft = desk.announcements().draft(MailingOrder.of("maintenance", List.of(WORDING), list), list);
        return started(draft);
    }

    private List<OutboundMessage> started(Mailing draft) {
        int before = office.mail.offered().size();
        desk.announcements().start(draft.id());
        office.time.runUntil(desk, office.time.instant().plus(Duration.ofMinutes(5)));
        return office.mail.offered().subList(before, office.mail.offered().size());
    }

    private static String token(OutboundMessage letter) {
        String link =
                letter.unsubscribe().map(UnsubscribeAddress::link).orElseThrow().toString();
        assertThat(link).startsWith(LINKS.toString());
        return link.substring(LINKS.toString().length());
    }

    private List<String> to(List<OutboundMessage> letters) {
        return letters.stream().map(letter -> letter.to().value()).toList();
    }

    @Test
    void an_address_with_as_many_kinds_switched_off_as_can_be_is_taken_off_all_the_same() {
        NotifiedPerson kari = NotifiedPerson.of(KARI);
        Set<String> kinds = IntStream.range(0, ChannelPreferences.MAX_KINDS)
                .mapToObj(i -> "!kind" + i)
                .collect(Collectors.toSet());
        desk.setPreferences(desk.preferences(kari).with(Channel.MAIL, new ChannelPreferences(kinds, Optional.empty())));

        desk.unsubscribe(KARI);
        assertThat(announced("kari@kunde.example")).isEmpty();
        NotificationPreferences off = desk.preferences(kari);
        assertThat(off.and(off).on(Channel.MAIL).off())
                .hasSize(ChannelPreferences.MAX_KINDS + 1)
                .contains(ChannelPreferences.ALL_OPTIONAL);
        desk.resubscribe(KARI);
        assertThat(desk.preferences(kari).on(Channel.MAIL).off()).isEqualTo(kinds);
    }

    @Test
    void a_mailing_can_be_unsubscribed_from_and_back_and_only_by_its_reader() {
        String token =
                token(announced("kari@kunde.example", "ola@kunde.example").get(0));
        Subscription wanted = new Subscription(KARI, "maintenance", true);
        Subscription unwanted = new Subscription(KARI, "maintenance", false);

        assertThat(desk.subscription(token)).contains(wanted);
        assertThat(desk.unsubscribe(token)).contains(unwanted);
        assertThat(desk.unsubscribe(token)).contains(unwanted);
        assertThat(desk.subscription(token)).contains(unwanted);
        assertThat(desk.preferences(NotifiedPerson.of(KARI)).version()).isEqualTo(1);
        assertThat(desk.preferences(NotifiedPerson.of(KARI)).wants("maintenance", Channel.MAIL))
                .isFalse();
        assertThat(to(announced("KARI@kunde.example", "ola@kunde.example"))).containsExactly("ola@kunde.example");

        assertThat(desk.resubscribe(token)).contains(wanted);
        assertThat(to(announced("kari@kunde.example"))).containsExactly("kari@kunde.example");
    }

    @Test
    void what_was_said_by_a_link_counts_for_requesters_too_and_for_no_other_kind() {
        desk.unsubscribe(token(announced("kari@kunde.example").get(0)));
        Ticket ticket = desk.open(NewTicket.builder(KARI, "Betaling", "Hjelp").build());
        desk.open(NewTicket.builder(OLA, "Betaling", "Hjelp").build());
        desk.reply(ticket.id(), LARS, "Prøv igjen.");
        int before = office.mail.offered().size();
        desk.runDue(100);
        assertThat(to(office.mail
                        .offered()
                        .subList(before, office.mail.offered().size())))
                .contains("kari@kunde.example");
        MailingOrder order = MailingOrder.of("maintenance", Channel.MAIL, List.of(WORDING), all());
        Mailing mailing = desk.announcements().draft(order);

        assertThat(to(started(mailing))).containsExactly("ola@kunde.example");
        assertThat(desk.announcements()
                        .mailing(mailing.id())
                        .orElseThrow()
                        .progress()
                        .unreachable())
                .isEqualTo(1);
    }

    private Recipients all() {
        office.allTickets()
                .forEach(state -> desk.execute(
                        state.ticket().id(),
                        new TicketCommand.ChangeTags(TestDesk.AGENT, Set.of(new Tag("all")), Set.of())));
        return new Recipients.Requesters(Optional.of(new Tag("all")), Optional.empty());
    }

    @Test
    void only_what_a_customer_can_do_without_has_a_link() {
        Ticket ticket = desk.open(NewTicket.builder(KARI, "Betaling", "Hjelp").build());
        desk.execute(ticket.id(), new TicketCommand.Assign(TestDesk.AGENT, Optional.of(LARS)));
        List<OutboundMessage> first = toKari();
        assertThat(first)
                .extracting(letter -> letter.unsubscribe().isPresent())
                .as("acknowledged, working_on_it")
                .containsExactlyInAnyOrder(false, true);
        waiting(ticket);
        desk.reply(ticket.id(), LARS, "Prøv igjen.");
        desk.solve(ticket.id(), LARS);
        List<OutboundMessage> others = toKari();
        assertThat(others)
                .hasSize(3)
                .allSatisfy(letter -> assertThat(letter.unsubscribe()).isEmpty());

        String token = token(optional(first));
        assertThat(desk.subscription(token)).contains(new Subscription(KARI, "working_on_it", true));
        desk.unsubscribe(token);
        Ticket second = desk.open(NewTicket.builder(KARI, "Betaling", "Igjen").build());
        desk.execute(second.id(), new TicketCommand.Assign(TestDesk.AGENT, Optional.of(LARS)));
        assertThat(toKari())
                .extracting(letter -> letter.unsubscribe().isPresent())
                .containsExactly(false);
    }

    private static OutboundMessage optional(List<OutboundMessage> letters) {
        return letters.stream()
                .filter(letter -> letter.unsubscribe().isPresent())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_link_stands_in_the_text_too_as_the_mail_programs_have_it() {
        OutboundMessage mailing = announced("kari@kunde.example").get(0);
        Ticket ticket = desk.open(NewTicket.builder(KARI, "Betaling", "Hjelp")
                .language(Locale.forLanguageTag("nb"))
                .build());
        desk.execute(ticket.id(), new TicketCommand.Assign(TestDesk.AGENT, Optional.of(LARS)));
        OutboundMessage letter = optional(toKari());

        for (OutboundMessage told : List.of(mailing, letter)) {
            assertThat(told.text())
                    .contains(told.unsubscribe().orElseThrow().link().toString());
        }
        assertThat(letter.text()).contains("si fra her");
    }

    @Test
    void templates_know_the_link_in_those_letters_that_have_it_and_in_no_others() {
        for (NotificationKind kind : NotificationKind.values()) {
            assertThat(desk.check(new Template(kind.template(), Locale.ENGLISH, "S", "{{ unsubscribe_link }}"))
                            .isEmpty())
                    .as(kind.template())
                    .isEqualTo(kind.isOptional());
        }
    }

    @Test
    void a_letter_without_links_says_nothing_of_them() {
        HelpDesk silent = office.builder(office.mail)
                .notifications(NotificationRules.standard().with(NotificationKind.WORKING_ON_IT))
                .build();
        Ticket ticket = silent.open(NewTicket.builder(KARI, "Betaling", "Hjelp").build());
        silent.execute(ticket.id(), new TicketCommand.Assign(TestDesk.AGENT, Optional.of(LARS)));
        silent.runDue(100);

        assertThat(office.mail.offered())
                .filteredOn(letter -> letter.to().equals(KARI))
                .hasSize(2)
                .allSatisfy(letter -> assertThat(letter.text()).doesNotContain(LINKS.toString(), "letters of this"));
    }

    @Test
    void a_strict_desk_without_links_sends_what_its_reader_can_do_without() {
        HelpDesk strict = office.builder(office.mail)
                .templates(TemplateCatalog.shipped().with(RenderMode.STRICT))
                .notifications(NotificationRules.standard().with(NotificationKind.WORKING_ON_IT))
                .satisfaction(SatisfactionPolicy.at(URI.create("https://paamelding.example/r/")))
                .sla(SlaPolicy.builder(BusinessCalendar.roundTheClock(ZoneId.of("Europe/Oslo")))
                        .promise(SlaTarget.FIRST_RESPONSE, Priority.NORMAL, Duration.ofHours(15))
                        .promise(SlaTarget.RESOLUTION, Priority.NORMAL, Duration.ofHours(30))
                        .build())
                .recognizeIncidents()
                .build();
        strict.incidents().open(IncidentMatch.category("payment"), List.of(WORDING));
        Ticket ticket = strict.open(NewTicket.builder(KARI, "Betaling", "Jeg får ikke betalt med kortet mitt.")
                .name("Kari Nordmann")
                .build());
        strict.execute(ticket.id(), new TicketCommand.Assign(TestDesk.AGENT, Optional.of(LARS)));
        office.time.runUntil(strict, office.time.instant().plus(Duration.ofDays(1)));
        strict.solve(ticket.id(), LARS);
        office.time.runUntil(strict, office.time.instant().plus(Duration.ofDays(20)));

        assertThat(strict.deliveries(ticket.id(), 100))
                .allSatisfy(letter -> assertThat(letter.state())
                        .as("%s: %s", letter.kind(), letter.detail())
                        .isEqualTo(DeliveryState.ACCEPTED))
                .extracting(Delivery::kind)
                .contains("working_on_it", "delay_notice", "satisfaction_reminder", "incident_opened");
    }

    private void waiting(Ticket ticket) {
        desk.execute(ticket.id(), new TicketCommand.ChangeStatus(TestDesk.AGENT, Status.PENDING));
    }

    /** What she gets of what is due now. */
    private List<OutboundMessage> toKari() {
        int before = office.mail.offered().size();
        desk.runDue(100);
        return office.mail.offered().subList(before, office.mail.offered().size()).stream()
                .filter(letter -> letter.to().equals(KARI))
                .toList();
    }

    /** Who unsubscribes as somebody on a list and writes later is the same reader, whom the desk knows no longer than this moment. */
    @Test
    void what_a_reader_of_a_list_said_counts_when_they_write_for_the_first_time() {
        FieldKey product = new FieldKey("product");
        FieldValue relay = new FieldValue.Text("relay");
        HelpDesk recognizing = office.builder(office.mail)
                .rules(TicketRules.builder()
                        .field(CustomField.internal("product", "Product", FieldType.TEXT))
                        .build())
                .unsubscribeLinks(LINKS)
                .recognizeIncidents()
                .build();
        RecipientList list = RecipientList.of(Channel.MAIL, List.of(KARI.value(), OLA.value()));
        recognizing.incidents().open(IncidentMatch.field(product, relay), List.of(WORDING), list);
        office.time.runUntil(recognizing, office.time.instant().plus(Duration.ofMinutes(5)));
        assertThat(to(office.mail.offered())).containsExactlyInAnyOrder(KARI.value(), OLA.value());
        recognizing.unsubscribe(token(office.mail.offered().stream()
                .filter(letter -> letter.to().equals(KARI))
                .findFirst()
                .orElseThrow()));
        List.of(KARI, OLA)
                .forEach(customer -> recognizing.open(NewTicket.builder(customer, "Betaling", "Virker ikke")
                        .field("product", relay)
                        .build()));
        recognizing.runDue(100);

        assertThat(to(office.mail.offered().subList(2, office.mail.offered().size())))
                .as("both are answered, one is told of the incident")
                .containsExactlyInAnyOrder(KARI.value(), OLA.value(), OLA.value());
    }

    @Test
    void a_wish_of_an_address_counts_for_the_very_letter_that_answers_its_first_mail() {
        NotifiedPerson reader = NotifiedPerson.of(KARI);
        desk.setPreferences(desk.preferences(reader)
                .with(Channel.MAIL, ChannelPreferences.EVERYTHING.without(Set.of("acknowledged"))));
        desk.open(NewTicket.builder(KARI, "Betaling", "Hjelp").build());
        desk.open(NewTicket.builder(OLA, "Betaling", "Hjelp").build());
        desk.runDue(100);

        assertThat(to(office.mail.offered())).containsExactly(OLA.value());
    }

    @Test
    void a_token_that_was_tampered_with_has_expired_or_is_anothers_says_nothing() {
        String token = token(announced("kari@kunde.example").get(0));
        char last = token.charAt(token.length() - 1);
        String forged = token.substring(0, token.length() - 1) + (last == 'a' ? 'b' : 'a');
        HelpDesk other = office.builder(office.mail)
                .tenant(new TenantId("another"))
                .unsubscribeLinks(LINKS)
                .build();

        assertThat(desk.unsubscribe(forged)).isEmpty();
        assertThat(desk.unsubscribe("")).isEmpty();
        assertThat(desk.unsubscribe("æ".repeat(50))).isEmpty();
        assertThat(other.unsubscribe(token)).isEmpty();
        assertThat(desk.follow(token)).isEmpty();
        office.time.advance(Duration.ofDays(182));
        assertThat(desk.unsubscribe(token)).isEmpty();
        assertThat(desk.subscription(token)).isEmpty();
    }

    @Test
    void who_quotes_a_letter_does_not_show_its_link_to_those_who_read_the_ticket() {
        OutboundMessage letter = announced("kari@kunde.example").get(0);
        String token = token(letter);
        String quote = "Hjelp!\n\n> " + letter.text().replace("\n", "\n> ");
        Taken taken = desk.receive(TestDesk.mail("2", KARI)
                .text(quote, quote)
                .html("<a href=\"" + LINKS + token + "\">av</a>")
                .build());
        Message kept =
                desk.messages(taken.receipt().ticket().orElseThrow(), 0, 1).get(0);

        assertThat(quote).contains(token);
        assertThat(kept.visibleText()).contains(LINKS + "…").doesNotContain(token);
        assertThat(kept.fullText()).contains(LINKS + "…").doesNotContain(token);
        assertThat(kept.html()).contains("<a href=\"" + LINKS + "…\">av</a>");
    }

    @Test
    void who_said_no_as_a_contact_too_is_not_told_that_letters_come() {
        Ticket ticket = desk.open(NewTicket.builder(KARI, "Betaling", "Hjelp").build());
        desk.execute(ticket.id(), new TicketCommand.Assign(TestDesk.AGENT, Optional.of(LARS)));
        String token = token(optional(toKari()));
        Subscription wanted = new Subscription(KARI, "working_on_it", true);
        Subscription unwanted = new Subscription(KARI, "working_on_it", false);
        NotifiedPerson contact = NotifiedPerson.of(ticket.requester());
        desk.setPreferences(desk.preferences(contact)
                .with(Channel.MAIL, new ChannelPreferences(Set.of("working_on_it", "maintenance"), Optional.empty())));

        assertThat(desk.subscription(token)).contains(unwanted);
        assertThat(desk.resubscribe(token)).contains(unwanted);
        assertThat(desk.unsubscribe(token)).contains(unwanted);
        assertThat(desk.preferences(NotifiedPerson.of(KARI)).wants("working_on_it", Channel.MAIL))
                .isFalse();
        assertThat(desk.resubscribe(token)).contains(unwanted);
        Ticket second = desk.open(NewTicket.builder(KARI, "Betaling", "Igjen").build());
        desk.execute(second.id(), new TicketCommand.Assign(TestDesk.AGENT, Optional.of(LARS)));
        assertThat(toKari())
                .extracting(letter -> letter.unsubscribe().isPresent())
                .containsExactly(false);

        desk.setPreferences(desk.preferences(contact).with(Channel.MAIL, ChannelPreferences.EVERYTHING));
        assertThat(desk.subscription(token)).contains(wanted);
    }

    @Test
    void who_is_on_a_list_gets_its_letters_whatever_they_said_as_a_contact_and_is_told_so() {
        Ticket ticket = desk.open(NewTicket.builder(KARI, "Betaling", "Hjelp").build());
        desk.setPreferences(desk.preferences(NotifiedPerson.of(ticket.requester()))
                .with(Channel.MAIL, new ChannelPreferences(Set.of("maintenance"), Optional.empty())));
        desk.runDue(100);
        String token = token(announced("kari@kunde.example").get(0));

        assertThat(desk.subscription(token)).contains(new Subscription(KARI, "maintenance", true));
        desk.unsubscribe(token);
        assertThat(desk.resubscribe(token)).contains(new Subscription(KARI, "maintenance", true));
        assertThat(to(announced("kari@kunde.example"))).containsExactly("kari@kunde.example");
    }

    @Test
    void whoever_answers_stop_to_a_text_message_gets_no_announcement_there_but_answers() {
        Address kari = Address.phone("+4799887766");
        Address ola = Address.phone("+4799887755");
        RecordingTransport phones = RecordingTransport.on(Channel.PHONE);
        HelpDesk both = office.builder(office.mail)
                .transport(phones)
                .unsubscribeLinks(LINKS)
                .notifications(NotificationRules.standard().with(NotificationKind.WORKING_ON_IT))
                .build();
        assertThat(texted(both, phones, "maintenance", kari, ola)).hasSize(2).allSatisfy(letter -> {
            assertThat(letter.unsubscribe()).isEmpty();
            assertThat(letter.text()).doesNotContain(LINKS.toString());
        });
        Mailing waiting = drafted(both, "incident_updated", kari, ola);
        both.announcements().start(waiting.id());
        both.runDue(1);
        both.announcements().pause(waiting.id());
        both.unsubscribe(kari);
        both.unsubscribe(kari);
        assertThat(both.preferences(NotifiedPerson.of(kari)).version()).isEqualTo(1);
        office.time.advance(Duration.ofMinutes(2));
        both.announcements().start(waiting.id());
        int before = phones.offered().size();
        office.time.runUntil(both, office.time.instant().plus(Duration.ofMinutes(20)));
        assertThat(phones.offered().subList(before, phones.offered().size()))
                .extracting(OutboundMessage::to)
                .as("what was planned and waited")
                .containsExactly(ola);
        assertThat(both.announcements().counts(waiting.id())).containsEntry(DeliveryState.SUPPRESSED, 1L);

        assertThat(texted(both, phones, "maintenance", kari, ola))
                .extracting(OutboundMessage::to)
                .containsExactly(ola);
        Ticket ticket = both.open(NewTicket.builder(kari, "Betaling", "Hjelp").build());
        both.execute(ticket.id(), new TicketCommand.Assign(TestDesk.AGENT, Optional.of(LARS)));
        both.reply(ticket.id(), LARS, "Prøv igjen.");
        both.runDue(100);
        assertThat(both.deliveries(ticket.id(), 10))
                .filteredOn(delivery -> delivery.message().to().equals(kari))
                .extracting(Delivery::kind)
                .as("without working_on_it")
                .containsExactly("acknowledged", "replied");

        both.resubscribe(kari);
        assertThat(texted(both, phones, "maintenance", kari, ola)).hasSize(2);
    }

    private Mailing drafted(HelpDesk both, String template, Address... to) {
        RecipientList list = RecipientList.of(
                Channel.PHONE, Stream.of(to).map(Address::value).toList());
        return both.announcements().draft(MailingOrder.of(template, List.of(WORDING), list), list);
    }

    private List<OutboundMessage> texted(HelpDesk both, RecordingTransport phones, String template, Address... to) {
        int before = phones.offered().size();
        both.announcements().start(drafted(both, template, to).id());
        office.time.runUntil(both, office.time.instant().plus(Duration.ofMinutes(5)));
        return List.copyOf(phones.offered().subList(before, phones.offered().size()));
    }

    @Test
    void links_must_be_https_and_signed() {
        assertThatThrownBy(() -> office.builder(office.mail).unsubscribeLinks(URI.create("http://paamelding.example/")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("unsubscribe.link");
        assertThat(NotifiedPerson.of(Address.mail("a@b.example")).key()).hasSizeLessThanOrEqualTo(140);
    }

    @Test
    void whoever_wants_no_more_at_one_address_gets_it_at_no_other_instead() {
        RecordingTransport phones = RecordingTransport.on(Channel.PHONE);
        HelpDesk both = office.builder(office.mail)
                .transport(phones)
                .unsubscribeLinks(LINKS)
                .notifications(NotificationRules.standard()
                        .with(NotificationKind.WORKING_ON_IT)
                        .without(NotificationKind.ACKNOWLEDGED))
                .build();
        Ticket ticket = both.open(NewTicket.builder(KARI, "Betaling", "Hjelp").build());
        both.contacts().addAddress(ticket.requester(), Address.phone("+4799887766"));
        both.execute(ticket.id(), new TicketCommand.Assign(TestDesk.AGENT, Optional.of(LARS)));
        both.unsubscribe(token(toKari().get(0)));
        Ticket second = both.open(NewTicket.builder(KARI, "Betaling", "Igjen").build());
        both.execute(second.id(), new TicketCommand.Assign(TestDesk.AGENT, Optional.of(LARS)));
        both.runDue(100);

        assertThat(toKari()).isEmpty();
        assertThat(phones.offered()).isEmpty();
    }

    @Test
    void what_waits_to_be_sent_when_its_reader_unsubscribes_is_not_sent() {
        HelpDesk slow = office.builder(office.mail)
                .unsubscribeLinks(LINKS)
                .paces(DeliveryPaces.none().eachDomain(DeliveryPace.of(1, Duration.ofMinutes(10))))
                .build();
        String token = token(announced("kari@kunde.example").get(0));
        RecipientList list = RecipientList.of(Channel.MAIL, List.of("ola@kunde.example", "kari@kunde.example"));
        Mailing again = slow.announcements().draft(MailingOrder.of("maintenance", List.of(WORDING), list), list);
        slow.announcements().start(again.id());
        office.time.runUntil(slow, office.time.instant().plus(Duration.ofMinutes(5)));
        assertThat(office.mail.offered()).as("one of the two waits").hasSize(2);
        slow.unsubscribe(token);
        slow.unsubscribe(token(office.mail.offered().get(1)));
        office.time.runUntil(slow, office.time.instant().plus(Duration.ofHours(1)));

        assertThat(office.mail.offered()).hasSize(2);
        assertThat(slow.announcements().counts(again.id())).containsEntry(DeliveryState.SUPPRESSED, 1L);
    }
}
