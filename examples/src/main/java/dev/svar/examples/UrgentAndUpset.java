package dev.svar.examples;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.TicketHints;
import dev.svar.category.MoodDetector;
import dev.svar.category.PriorityDetector;
import dev.svar.category.RuleCategorizer;
import dev.svar.category.learn.CategoryTrainer;
import dev.svar.contact.Actor;
import dev.svar.contact.TenantId;
import dev.svar.insight.DeskPriorities;
import dev.svar.memory.MemoryStore;
import dev.svar.ticket.Priority;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;

/** What a desk notices in the words of its customers: how urgent it seems, by rules and by what agents decided; how they feel. */
public final class UrgentAndUpset {
    private UrgentAndUpset() {}

    /**
     * Prints what the desk noticed about some tickets.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        run(Stage.printing());
    }

    static HelpDesk run(Stage stage) {
        Story story = stage.story();
        MemoryStore store = new MemoryStore();
        DeskPriorities learned = new DeskPriorities(store, TenantId.DEFAULT, stage.time(), new CategoryTrainer());
        PriorityDetector priorities = PriorityDetector.by(RuleCategorizer.builder()
                        .rule("URGENT", "fire", "smoke", "burning")
                        .build())
                .orElse(learned);
        HelpDesk desk = stage.desk(store)
                .priorities(priorities)
                .moods(MoodDetector.byCommonWords())
                .raisingPriorities(0.8) // without this line agents see the hints and nothing else happens
                .build();
        for (int week = 0; week < 10; week++) {
            decide(desk, asks(desk, "The order page is down, nobody can buy"), Priority.HIGH);
            decide(desk, asks(desk, "When do you open on Monday?"), Priority.NORMAL);
        }
        story.tell("Learned from solved tickets", learned.train()); // on one node; catchUp() on the others

        show(story, desk, asks(desk, "Smoke comes out of the charger"));
        show(story, desk, asks(desk, "The order page is down since nine"));
        show(story, desk, asks(desk, "This is the third time I ask. When do you open?"));
        NewTicket said = NewTicket.builder(Stage.KARI, "Help", "The order page is down, but I can wait")
                .priority(Priority.LOW)
                .build();
        show(story, desk, desk.open(said));
        return desk;
    }

    private static Ticket asks(HelpDesk desk, String words) {
        return desk.open(NewTicket.builder(Stage.KARI, "Help", words).build());
    }

    private static void decide(HelpDesk desk, Ticket ticket, Priority priority) {
        TicketId id = ticket.id();
        desk.execute(id, new TicketCommand.ChangePriority(Actor.agent(Stage.OLA), priority));
        desk.solve(id, Stage.OLA);
    }

    private static void show(Story story, HelpDesk desk, Ticket ticket) {
        TicketHints hints = desk.hints(ticket.id());
        String seems = hints.priority().map(hint -> hint.priority().name()).orElse("unclear");
        String feels =
                hints.mood().map(hint -> hint.mood() + " " + hint.reasons()).orElse("unclear");
        story.tell(ticket.number() + " is " + ticket.priority(), "seems " + seems + ", the customer " + feels);
    }
}
