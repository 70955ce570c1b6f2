package dev.svar.examples;

import static dev.svar.examples.Stage.KARI;
import static dev.svar.examples.Stage.OLA;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.Taken;
import dev.svar.message.OutboundMessage;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.Resolution;
import dev.svar.ticket.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A second question in an old ticket gets a ticket and a promise of its own; nothing is taken from the first. */
public final class SplitOffAQuestion {
    private SplitOffAQuestion() {}

    /**
     * Splits a ticket in two and prints both.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        run(Stage.printing());
    }

    static HelpDesk run(Stage stage) {
        HelpDesk desk = stage.desk().build();
        Story story = stage.story();
        Ticket payment = desk.open(NewTicket.builder(KARI, "Cannot pay", "The page stays blank.")
                .name("Kari Nordmann")
                .build());
        stage.time().advance(Duration.ofHours(1));
        desk.reply(payment.id(), OLA, "Please try again now.");
        stage.time().runUntil(desk, stage.time().instant().plus(Duration.ofHours(1)));
        OutboundMessage reply = desk.deliveries(payment.id(), 1).get(0).message();

        Taken answer = desk.receive(Stage.answer(reply, "It works. Can the lamp go to my office instead?"));
        story.tell("Kari answers", answer);
        MessageId question = answer.receipt().message().orElseThrow();
        stage.time().advance(Duration.ofMinutes(5));
        Ticket address = desk.split(payment.id(), List.of(question), "Lamp to another address", OLA);
        desk.solve(payment.id(), OLA, Resolution.SOLVED);
        story.agentSees(desk.view(payment.id(), Locale.ENGLISH));
        story.agentSees(desk.view(address.id(), Locale.ENGLISH));

        stage.time().advance(Duration.ofMinutes(5));
        desk.reply(address.id(), OLA, "Gladly, in which street is it?");
        desk.customerView(address.id(), address.requester()).ifPresent(story::customerSees);
        return desk;
    }
}
