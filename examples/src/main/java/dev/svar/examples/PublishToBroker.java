package dev.svar.examples;

import dev.svar.DueRun;
import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.ticket.Priority;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Every event goes to a message broker, in order for each ticket, also those that happen while the broker is down. */
public final class PublishToBroker {
    private PublishToBroker() {}

    /**
     * Prints what a system behind the broker reads before, during and after a restart of the broker.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        run(Stage.printing());
    }

    static HelpDesk run(Stage stage) {
        Path journal = Path.of(System.getProperty("svar.target", "target"), "PublishToBroker");
        try (Broker broker = Broker.fresh(journal)) {
            HelpDesk desk = stage.desk()
                    .listener("broker", new EventQueue(broker.connections()))
                    .build();
            Story story = stage.story();
            EventReader reader = new EventReader(broker.connections());

            Ticket kari = asks(desk, Stage.KARI);
            desk.runDue(100);
            story.tell("Kari asks, and it arrives", lines(reader.read(events(desk, kari))));

            Ticket per = asks(desk, Stage.PER);
            desk.runDue(100); // the broker has it, and nobody reads it yet
            broker.stop();
            desk.reply(kari.id(), Stage.OLA, "We look into it.");
            hurry(desk, per);
            DueRun whileDown = desk.runDue(100);
            story.tell(
                    "While the broker is down the desk goes on, and keeps for later", whileDown.failed() + " tickets");

            hurry(desk, kari);
            broker.startAgain();
            stage.time().runUntil(desk, stage.time().instant().plus(Duration.ofMinutes(15)));
            int missing = events(desk, kari) + events(desk, per) - reader.total();
            story.tell("When it is back everything arrives", lines(reader.read(missing)));
            story.tell("Events that came twice and were dropped", reader.repeated());
            return desk;
        }
    }

    private static Ticket asks(HelpDesk desk, Address customer) {
        return desk.open(
                NewTicket.builder(customer, "A question", "Can you help me?").build());
    }

    private static void hurry(HelpDesk desk, Ticket ticket) {
        desk.execute(ticket.id(), new TicketCommand.ChangePriority(Actor.agent(Stage.LISE), Priority.URGENT));
    }

    private static int events(HelpDesk desk, Ticket ticket) {
        return (int) desk.find(ticket.id()).orElseThrow().ticket().version();
    }

    private static String lines(List<String> events) {
        return "\n  " + String.join("\n  ", events);
    }
}
