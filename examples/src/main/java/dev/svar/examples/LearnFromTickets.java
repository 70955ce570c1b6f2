package dev.svar.examples;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.contact.Actor;
import dev.svar.insight.DeskLearning;
import dev.svar.memory.MemoryStore;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.util.List;

/** Two nodes of one desk: what agents decide on either teaches both, and a model trained by one is taken over by the other. */
public final class LearnFromTickets {
    private LearnFromTickets() {}

    /**
     * Prints what tickets are thought to be about before and after agents decided.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        run(Stage.printing());
    }

    static HelpDesk run(Stage stage) {
        Story story = stage.story();
        MemoryStore store = new MemoryStore();
        DeskLearning here = DeskLearning.builder(store).time(stage.time()).build();
        DeskLearning there = DeskLearning.builder(store).time(stage.time()).build();
        HelpDesk desk = stage.desk(store).categorizer(here).build();
        HelpDesk node2 = stage.desk(store).categorizer(there).build();
        for (int week = 0; week < 5; week++) {
            decide(desk, asks(desk, "My card was declined, I cannot pay"), "payment");
            decide(desk, asks(desk, "I forgot my password and cannot sign in"), "login");
            stage.time().advance(Duration.ofDays(7));
        }
        story.tell("The first training", here.train());
        there.catchUp(); // every few seconds, in an executor of the host's
        story.tell("Card declined, on the other node", category(node2, asks(node2, "Card declined again")));

        TicketId parcel = asks(node2, "The courier never came with my parcel");
        story.tell("A parcel", category(node2, parcel));
        decide(node2, parcel, "delivery");
        story.tell("What the first node learned", here.catchUp().learned() + " decision");
        story.tell(
                "Another parcel, on the first node", category(desk, asks(desk, "The courier never came, where is it")));
        return desk;
    }

    private static TicketId asks(HelpDesk desk, String subject) {
        return desk.open(NewTicket.builder(Stage.KARI, subject, "Please help.").build())
                .id();
    }

    private static void decide(HelpDesk desk, TicketId ticket, String category) {
        desk.execute(ticket, new TicketCommand.Categorize(Actor.agent(Stage.OLA), category, List.of()));
    }

    private static String category(HelpDesk desk, TicketId ticket) {
        return desk.find(ticket).orElseThrow().ticket().category().orElse("a person decides");
    }
}
