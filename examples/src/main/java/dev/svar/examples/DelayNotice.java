package dev.svar.examples;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.delivery.Delivery;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.SlaPolicy;
import dev.svar.store.Page;
import dev.svar.ticket.Priority;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A promise that will break in the night: the customer is told in the evening, once, with a new time that is kept. */
public final class DelayNotice {
    private DelayNotice() {}

    /**
     * Lives through a day and prints what the customer got, and when.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        run(Stage.printing());
    }

    static HelpDesk run(Stage stage) {
        SlaPolicy policy = SlaPolicy.builder(BusinessCalendar.roundTheClock(Stage.ZONE))
                .promise(SlaTarget.FIRST_RESPONSE, Priority.NORMAL, Duration.ofHours(12))
                .extensionPercent(75)
                .build();
        HelpDesk desk = stage.desk().sla(policy).build();
        Story story = stage.story();
        stage.time().set(Instant.parse("2026-12-01T16:00:00Z"));
        TicketId ticket = desk.open(NewTicket.builder(Stage.KARI, "Cannot pay", "The page stays blank.")
                        .build())
                .id();
        stage.time().runUntil(desk, Instant.parse("2026-12-02T11:00:00Z"));
        desk.reply(ticket, Stage.OLA, "We have found it, please try again.");
        stage.time().runUntil(desk, Instant.parse("2026-12-03T11:00:00Z"));

        List<Delivery> sent = desk.deliveries(ticket, Page.MAX_LIMIT);
        story.post(desk.find(ticket).orElseThrow().ticket(), sent);
        sent.stream()
                .filter(delivery -> delivery.kind().equals("delay_notice"))
                .forEach(delivery -> story.letter(delivery.message()));
        return desk;
    }
}
