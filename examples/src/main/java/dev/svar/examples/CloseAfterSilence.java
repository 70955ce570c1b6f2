package dev.svar.examples;

import static dev.svar.ticket.StatusCategory.PENDING_CUSTOMER;
import static java.time.Duration.ofDays;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.Taken;
import dev.svar.contact.Address;
import dev.svar.delivery.Delivery;
import dev.svar.message.OutboundMessage;
import dev.svar.sla.SilencePlan;
import dev.svar.store.Page;
import dev.svar.ticket.SilenceStep;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.util.List;

/** A month in a moment: a customer who stays silent is asked, warned and told of the close; one who answers is not. */
public final class CloseAfterSilence {
    private CloseAfterSilence() {}

    /**
     * Lives through a month and prints what two customers got, and when.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        run(Stage.printing());
    }

    static HelpDesk run(Stage stage) {
        SilencePlan plan = SilencePlan.builder()
                .step(PENDING_CUSTOMER, ofDays(3), SilenceStep.ASK)
                .step(PENDING_CUSTOMER, ofDays(7), SilenceStep.WARN)
                .step(PENDING_CUSTOMER, ofDays(3), SilenceStep.CLOSE)
                .build();
        HelpDesk desk = stage.desk().silence(plan).build();
        Story story = stage.story();
        TicketId kari = asks(desk, Stage.KARI);
        TicketId per = asks(desk, Stage.PER);
        stage.time().runUntil(desk, Instant.parse("2026-12-01T10:00:00Z"));
        Ticket answered = desk.reply(kari, Stage.OLA, "Does it work in another browser?");
        desk.reply(per, Stage.OLA, "Please try again now.");
        plan.closesAt(answered).ifPresent(at -> story.tell("If Kari is silent it closes", Story.at(at)));

        stage.time().runUntil(desk, Instant.parse("2026-12-05T09:00:00Z"));
        desk.receive(Stage.answer(latest(desk, per), "It works now, I have paid."));
        desk.solve(per, Stage.OLA);
        stage.time().runUntil(desk, Instant.parse("2026-12-31T09:00:00Z"));

        List<Delivery> toKari = desk.deliveries(kari, Page.MAX_LIMIT);
        story.post(desk.find(kari).orElseThrow().ticket(), toKari);
        story.letter(toKari.get(3).message());
        story.post(desk.find(per).orElseThrow().ticket(), desk.deliveries(per, Page.MAX_LIMIT));
        Taken late = desk.receive(Stage.answer(latest(desk, kari), "I am back, it still fails."));
        story.tell("Kari writes again", late);
        return desk;
    }

    private static TicketId asks(HelpDesk desk, Address customer) {
        return desk.open(NewTicket.builder(customer, "Cannot pay", "The page stays blank.")
                        .build())
                .id();
    }

    private static OutboundMessage latest(HelpDesk desk, TicketId ticket) {
        return desk.deliveries(ticket, 1).get(0).message();
    }
}
