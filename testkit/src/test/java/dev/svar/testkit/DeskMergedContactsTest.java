package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.MAILBOX;
import static dev.svar.testkit.TestDesk.OLA;
import static dev.svar.testkit.TestDesk.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.CustomerView;
import dev.svar.HelpDesk;
import dev.svar.Taken;
import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.ContactId;
import dev.svar.message.Disposition;
import dev.svar.message.InboundMessage;
import dev.svar.message.MessageNature;
import dev.svar.message.OutboundMessage;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kari wrote from work and from home, and both contacts became one: that of her home address. */
final class DeskMergedContactsTest {
    private static final Address HOME = Address.mail("kari@hjemme.example");

    private final TestDesk office = new TestDesk();
    private TicketId fromWork;
    private TicketId fromHome;
    private OutboundMessage acknowledgement;
    private ContactId work;
    private ContactId home;

    @BeforeEach
    void a_merged_contact() {
        fromWork = opened(TestDesk.mail("1", KARI).fromName("Kari på jobb").recipients(List.of(MAILBOX, OLA)));
        acknowledgement = office.sent().get(0);
        fromHome = opened(TestDesk.mail("2", HOME).fromName("Kari Nordmann"));
        office.sent();
        work = office.state(fromWork).ticket().requester();
        home = office.state(fromHome).ticket().requester();
        office.desk.contacts().merge(work, home);
    }

    private TicketId opened(InboundMessage.Builder message) {
        Taken taken = office.desk.receive(message.build());
        assertThat(taken.receipt().disposition()).isEqualTo(Disposition.OPENED);
        return taken.receipt().ticket().orElseThrow();
    }

    private void assertJoins(TicketId ticket, InboundMessage.Builder message, ContactId author) {
        Taken taken = office.desk.receive(message.build());
        assertThat(taken.receipt().disposition()).isEqualTo(Disposition.JOINED);
        assertThat(taken.receipt().ticket()).contains(ticket);
        assertThat(office.desk.messages(ticket, 0, 100))
                .last()
                .satisfies(m -> assertThat(m.by()).isEqualTo(Actor.customer(author)));
    }

    @Test
    void mail_from_either_address_is_from_the_surviving_contact() {
        TicketId third = opened(TestDesk.mail("3", KARI).subject("Noe nytt"));
        TicketId fourth = opened(TestDesk.mail("4", HOME).subject("Noe nytt"));

        assertThat(office.state(third).ticket().requester()).isEqualTo(home);
        assertThat(office.state(fourth).ticket().requester()).isEqualTo(home);
        assertThat(office.desk
                        .requester(office.state(fromWork).ticket())
                        .orElseThrow()
                        .id())
                .isEqualTo(home);
    }

    @Test
    void answers_from_either_address_find_the_tickets_of_both_contacts() {
        assertJoins(fromWork, TestDesk.mail("3", HOME).references(List.of("<1@kunde.example>")), home);
        assertJoins(fromWork, TestDesk.mail("4", KARI).subject("Re: [SUP-1]"), home);
        assertJoins(fromHome, TestDesk.mail("5", KARI).references(List.of("<2@kunde.example>")), home);
        assertJoins(fromHome, TestDesk.mail("6", HOME).subject("Re: [SUP-2]"), home);
        assertThat(office.allTickets()).hasSize(2);
    }

    @Test
    void a_participant_who_was_merged_still_belongs_to_the_ticket_and_a_stranger_still_does_not() {
        ContactId ola = office.desk.contacts().at(OLA).orElseThrow().id();
        opened(TestDesk.mail("3", STRANGER).subject("[SUP-1]").references(List.of("<1@kunde.example>")));
        Address other = Address.mail("ola@hjemme.example");
        opened(TestDesk.mail("4", other).subject("[SUP-1]"));
        office.desk
                .contacts()
                .merge(ola, office.desk.contacts().at(other).orElseThrow().id());

        assertJoins(
                fromWork,
                TestDesk.mail("5", other).subject("[SUP-1]"),
                office.desk.contacts().at(other).orElseThrow().id());
    }

    @Test
    void an_automatic_answer_of_a_merged_contact_finds_its_ticket() {
        Taken taken = office.desk.receive(TestDesk.mail("3", HOME)
                .nature(new MessageNature.AutomaticReply("vacation"))
                .references(List.of("<1@kunde.example>"))
                .build());

        assertThat(taken.receipt().disposition()).isEqualTo(Disposition.AUTOMATIC);
        assertThat(taken.receipt().ticket()).contains(fromWork);
    }

    @Test
    void tokens_from_before_the_merge_and_from_after_it_work() {
        assertThat(office.desk.follow(TestDesk.followToken(acknowledgement))).isPresent();
        opened(TestDesk.mail("3", STRANGER).subject("Hei"));
        assertJoins(
                fromWork,
                TestDesk.mail("4", STRANGER).replyTokens(List.of(TestDesk.replyToken(acknowledgement))),
                office.desk.contacts().at(STRANGER).orElseThrow().id());
        office.desk.reply(fromWork, LARS, "Prøv igjen");
        OutboundMessage toKari = office.sent().stream()
                .filter(m -> m.to().equals(HOME))
                .findFirst()
                .orElseThrow();
        assertThat(office.desk.follow(TestDesk.followToken(toKari))).isPresent();
        office.desk.contacts().undoMerge(work);

        assertThat(office.desk.follow(TestDesk.followToken(toKari))).isPresent();
        assertThat(office.desk.follow(TestDesk.followToken(acknowledgement))).isPresent();
    }

    @Test
    void letters_go_to_the_surviving_contact_and_to_the_former_one_again_after_undoing() {
        office.desk.reply(fromWork, LARS, "Prøv igjen");
        assertThat(office.sent()).extracting(OutboundMessage::to).containsExactlyInAnyOrder(HOME, OLA);
        office.desk.contacts().undoMerge(work);
        office.desk.reply(fromWork, LARS, "Og nå?");

        assertThat(office.sent()).extracting(OutboundMessage::to).containsExactlyInAnyOrder(KARI, OLA);
    }

    @Test
    void whoever_cannot_be_reached_as_the_surviving_contact_is_reached_where_they_wrote_from() {
        office.desk.contacts().addAddress(home, Address.phone("+47 99 88 77 66"));
        office.desk.contacts().removeAddress(home, HOME);
        office.desk.reply(fromWork, LARS, "Prøv igjen");

        assertThat(office.sent()).extracting(OutboundMessage::to).containsExactlyInAnyOrder(KARI, OLA);
    }

    @Test
    void a_ticket_of_two_contacts_who_became_one_sends_one_letter() {
        office.desk.execute(fromWork, new TicketCommand.ChangeParticipants(Actor.agent(LARS), Set.of(home), Set.of()));
        Ticket ticket = office.desk.reply(fromWork, LARS, "Prøv igjen");

        assertThat(ticket.participants()).contains(home);
        assertThat(office.sent()).extracting(OutboundMessage::to).containsExactlyInAnyOrder(HOME, OLA);
    }

    @Test
    void a_customers_view_and_letters_never_show_an_address_of_another_contact() {
        TemplateCatalog telling = TemplateCatalog.shipped()
                .with(new Template(
                        "replied",
                        Locale.forLanguageTag("nb"),
                        "x",
                        "{{ ticket.requester.name }} <{{ ticket.requester.email }}> {{ ticket.latest_public_comment }}"
                                + " {{ ticket.follow_up_link }} "));
        HelpDesk desk = office.builder(office.mail).templates(telling).build();
        desk.contacts().rename(home, "kari@hjemme.example");
        desk.reply(fromWork, LARS, "Prøv igjen");
        List<OutboundMessage> letters = office.sent();

        assertThat(letters).hasSize(2).allSatisfy(letter -> {
            String expected = letter.to().equals(HOME) ? " <" + HOME + "> Prøv igjen" : " <> Prøv igjen";
            assertThat(letter.text()).startsWith(expected).doesNotContain(KARI.value());
            CustomerView view = desk.follow(TestDesk.followToken(letter)).orElseThrow();
            assertThat(view.toString()).doesNotContain("@");
            assertThat(view.messages()).extracting(CustomerView.Entry::from).contains("Kari på jobb", "Lars Holm");
        });
    }

    @Test
    void tickets_of_a_merged_contact_that_was_undone_are_those_it_opened_itself() {
        TicketId between = opened(TestDesk.mail("3", KARI).subject("Noe nytt"));
        office.desk.contacts().undoMerge(work);
        TicketId after = opened(TestDesk.mail("4", KARI).subject("Noe nytt"));

        assertThat(office.desk.contacts().idsOf(work)).containsExactly(work);
        assertThat(List.of(fromWork, between, after))
                .extracting(id -> office.state(id).ticket().requester())
                .containsExactly(work, home, work);
    }

    @Test
    void who_is_sent_away_goes_under_all_the_names_they_had() {
        TicketId shared = opened(TestDesk.mail("9", OLA).recipients(List.of(MAILBOX, KARI)));
        assertThat(office.desk.customerView(shared, home)).isPresent();

        office.desk.execute(shared, new TicketCommand.ChangeParticipants(Actor.agent(LARS), Set.of(), Set.of(home)));

        assertThat(office.state(shared).ticket().participants()).isEmpty();
        assertThat(office.desk.customerView(shared, home)).isEmpty();
    }
}
