package dev.svar.examples;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.SlaExplanation;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.SlaAccount.Stretch;
import dev.svar.sla.SlaPolicy;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Status;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Why a solution is due when it is: what counted, what did not and for which reason, in words that a customer would accept. */
public final class WhyIsThisDue {
    private WhyIsThisDue() {}

    /**
     * Lives through a week around Christmas and prints the account of one promise.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        run(Stage.printing());
    }

    static HelpDesk run(Stage stage) {
        BusinessCalendar hours = BusinessCalendar.standard(Stage.ZONE).toBuilder()
                .exception(LocalDate.of(2026, 12, 24), "Christmas Eve", "09:00-12:00")
                .holiday(LocalDate.of(2026, 12, 25), "Christmas Day")
                .build();
        HelpDesk desk = stage.desk().sla(SlaPolicy.standard(hours)).build();
        Story story = stage.story();
        stage.time().set(Instant.parse("2026-12-22T13:30:00Z"));
        TicketId ticket = desk.open(NewTicket.builder(Stage.KARI, "Cannot pay", "The page stays blank.")
                        .build())
                .id();
        stage.time().runUntil(desk, Instant.parse("2026-12-23T09:00:00Z"));
        desk.reply(ticket, Stage.OLA, "Which browser do you use?", Status.PENDING);
        stage.time().runUntil(desk, Instant.parse("2026-12-23T14:00:00Z"));
        desk.receive(Stage.answer(desk.deliveries(ticket, 1).get(0).message(), "Firefox, as always."));
        stage.time().runUntil(desk, Instant.parse("2026-12-28T10:00:00Z"));

        for (String language : List.of("en", "nb", "fi")) {
            story.tell(language, explanation(desk, ticket, language).sentence());
        }
        for (Stretch stretch : explanation(desk, ticket, "en").account().stretches()) {
            story.tell(Story.at(stretch.from()) + " to " + Story.at(stretch.to()), what(stretch));
        }
        return desk;
    }

    private static SlaExplanation explanation(HelpDesk desk, TicketId ticket, String language) {
        return desk.explain(ticket, SlaTarget.RESOLUTION, Locale.forLanguageTag(language))
                .orElseThrow();
    }

    private static String what(Stretch stretch) {
        String kind = stretch.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return stretch.reason().isEmpty() ? kind : kind + ", " + stretch.reason();
    }
}
