package dev.svar.examples;

import static dev.svar.examples.Stage.KARI;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.contact.Address;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.store.TicketQuery;
import dev.svar.testkit.CustomerMail;
import dev.svar.ticket.Ticket;

/** Two addresses turn out to be one person, who has one history from then on; if that was a mistake it is undone. */
public final class ContactHistory {
    private static final Address WORK = Address.mail("k.nordmann@company.example");

    private final HelpDesk desk;
    private final Story story;

    private ContactHistory(Stage stage) {
        this.desk = stage.desk().build();
        this.story = stage.story();
    }

    /**
     * Merges two contacts, undoes it, and prints whose tickets are whose.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        run(Stage.printing());
    }

    static HelpDesk run(Stage stage) {
        ContactHistory history = new ContactHistory(stage);
        history.live();
        return history.desk;
    }

    private void live() {
        ContactId kari = asks(KARI, "Kari Nordmann", "Cannot pay").requester();
        Ticket invoice = asks(WORK, "K. Nordmann", "Our number is not on the invoice");
        historyOf(KARI);
        writesFromHome(invoice); // knowing the number of a ticket lets nobody into it

        desk.contacts().merge(invoice.requester(), kari);
        historyOf(WORK);
        writesFromHome(invoice);

        desk.contacts().undoMerge(invoice.requester());
        historyOf(WORK);
    }

    private Ticket asks(Address from, String name, String subject) {
        return desk.open(
                NewTicket.builder(from, subject, "Can you help me?").name(name).build());
    }

    private void writesFromHome(Ticket about) {
        String subject = "Re: " + about.subject() + " [" + about.number() + "]";
        story.tell(
                "A mail from " + KARI + " about " + about.number(),
                desk.receive(CustomerMail.from(KARI)
                        .to(Stage.SUPPORT)
                        .subject(subject)
                        .build()));
    }

    private void historyOf(Address address) {
        Contact person = desk.contacts().at(address).orElseThrow();
        TicketQuery theirs = TicketQuery.builder().requesters(person.ids()).build();
        story.tickets(person.name() + ", who writes from " + address, desk.tickets(theirs));
    }
}
