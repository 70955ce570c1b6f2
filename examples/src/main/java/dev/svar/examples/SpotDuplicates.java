package dev.svar.examples;

import static dev.svar.examples.Stage.KARI;
import static dev.svar.examples.Stage.OLA;
import static dev.svar.examples.Stage.PER;
import static java.time.Duration.ofDays;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.SimilarTicket;
import dev.svar.SimilarTickets;
import dev.svar.contact.Address;
import dev.svar.search.LuceneTextIndex;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;

/** An agent opens a ticket and sees how the same was solved before, and that its customer has asked already. */
public final class SpotDuplicates {
    private SpotDuplicates() {}

    /**
     * Prints which tickets are like others.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        run(Stage.printing());
    }

    static HelpDesk run(Stage stage) {
        Story story = stage.story();
        try (LuceneTextIndex index = LuceneTextIndex.inMemory()) { // on disk: LuceneTextIndex.in(folder)
            HelpDesk desk = stage.desk().similarTickets(index).build();
            SimilarTickets similar = desk.similarTickets();
            Ticket solved = opened(desk, PER, "Lamp", "The lamp of my order flickers when it is dimmed.");
            desk.reply(solved.id(), OLA, "Please use the dimmer that came with it.", Status.SOLVED);
            opened(desk, PER, "Invoice", "Please send me a copy of the invoice.");
            stage.time().advance(ofDays(20));
            opened(desk, KARI, "Flickering lamp", "My new lamp flickers, order A-2044.");
            stage.time().advance(ofDays(1));
            Ticket again = opened(desk, KARI, "Order A-2044", "Hello? My new lamp still flickers!");
            desk.runDue(100); // feeds the index as well

            story.tell("SUP-4 is like", "");
            for (SimilarTicket found : similar.to(again.id(), ticket -> true, 5)) {
                story.tell(
                        "  " + found.ticket().number(),
                        found.duplicate()
                                .map(sign -> "a duplicate? " + sign)
                                .orElse(found.ticket().status().label()));
            }
            similar.duplicatesOf(again.id(), ticket -> true).stream()
                    .findFirst()
                    .ifPresent(twice -> desk.merge(again.id(), twice.ticket().id(), OLA));
            story.leads("SUP-4", desk.find("SUP-4"));
            story.tell(
                    "Kari begins to write once more",
                    similar.ownOf(again.requester(), "my lamp flickers", 3)
                                    .get(0)
                                    .number() + " is shown to her first");
            return desk;
        }
    }

    private static Ticket opened(HelpDesk desk, Address from, String subject, String text) {
        return desk.open(NewTicket.builder(from, subject, text).build());
    }
}
