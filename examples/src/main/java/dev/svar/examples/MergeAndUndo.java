package dev.svar.examples;

import static dev.svar.examples.Stage.KARI;
import static dev.svar.examples.Stage.OLA;
import static dev.svar.examples.Stage.PER;
import static java.time.Duration.ofMinutes;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.message.OutboundMessage;
import dev.svar.ticket.MergeRefusedException;
import dev.svar.ticket.Ticket;
import java.util.Locale;

/** Two tickets become one, whatever led to the second leads to the first, and all of it can be undone. */
public final class MergeAndUndo {
    private MergeAndUndo() {}

    /**
     * Merges, undoes it, and prints where a customer's answers went.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        run(Stage.printing());
    }

    static HelpDesk run(Stage stage) {
        HelpDesk desk = stage.desk().build();
        Story story = stage.story();
        Ticket first = desk.open(NewTicket.builder(KARI, "Cannot pay", "The page stays blank.")
                .name("Kari Nordmann")
                .build());
        stage.time().advance(ofMinutes(20));
        Ticket second = desk.open(
                NewTicket.builder(KARI, "Order A-2044", "Where is my lamp?").build());
        stage.time().runUntil(desk, stage.time().instant().plus(ofMinutes(20)));
        OutboundMessage letter = desk.deliveries(second.id(), 1).get(0).message(); // acknowledges the second

        desk.merge(second.id(), first.id(), OLA);
        stage.time().advance(ofMinutes(20));
        story.leads("SUP-2", desk.find("SUP-2"));
        story.tell("Kari answers the mail about SUP-2", desk.receive(Stage.answer(letter, "I mean A-2044.")));
        story.agentSees(desk.view(first.id(), Locale.ENGLISH));

        stage.time().advance(ofMinutes(20));
        desk.undoMerge(second.id(), OLA); // the lamp was paid for, it is another matter
        stage.time().advance(ofMinutes(20));
        story.leads("SUP-2", desk.find("SUP-2"));
        story.tell("Kari answers the mail about SUP-2", desk.receive(Stage.answer(letter, "Any news?")));
        story.agentSees(desk.view(second.id(), Locale.ENGLISH));

        Ticket ofPer = desk.open(
                NewTicket.builder(PER, "Cannot pay", "Blank here as well.").build());
        try {
            desk.merge(ofPer.id(), first.id(), OLA); // Per would read what Kari writes
        } catch (MergeRefusedException e) {
            story.refused("Per's ticket into Kari's", e);
        }
        return desk;
    }
}
