package dev.svar.examples;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.announcement.Incident;
import dev.svar.announcement.IncidentMatch;
import dev.svar.announcement.RecipientList;
import dev.svar.announcement.Wording;
import dev.svar.category.RuleCategorizer;
import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Payments are down: customers on a list are told, who asks meanwhile too, and in the end their tickets are solved. */
public final class IncidentBroadcast {
    private IncidentBroadcast() {}

    /**
     * Lives through an incident and prints who was told what.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        run(Stage.printing());
    }

    static HelpDesk run(Stage stage) {
        HelpDesk desk = stage.desk()
                .categorizer(RuleCategorizer.builder()
                        .rule("payment", "pay*", "card")
                        .build())
                .recognizeIncidents()
                .build();
        Story story = stage.story();
        stage.time().set(Instant.parse("2026-12-01T09:00:00Z"));
        RecipientList list = RecipientList.of(
                Channel.MAIL, List.of("per@neighbor.example\tnb\tPer Hansen", "PER@neighbor.example", "no address"));
        list.refused().forEach(line -> story.tell("Line " + line.line(), line.problem()));
        Incident incident =
                desk.incidents().open(IncidentMatch.category("payment"), news("We are looking for the cause."), list);
        work(stage, desk);
        TicketId late = desk.open(NewTicket.builder(Stage.KARI, "Cannot pay", "The card is refused.")
                        .build())
                .id();
        work(stage, desk);
        desk.incidents().update(incident.id(), news("The bank has found the cause."));
        work(stage, desk);
        desk.incidents().resolve(incident.id(), news("Everything works again."));
        work(stage, desk);

        for (Address reader : List.of(Stage.KARI, Stage.PER)) {
            stage.mail().accepted().stream()
                    .filter(letter -> letter.to().equals(reader))
                    .forEach(letter -> story.tell("To " + reader, letter.subject()));
        }
        story.tell(
                "Kari's ticket", desk.find(late).orElseThrow().ticket().status().label());
        return desk;
    }

    private static List<Wording> news(String text) {
        return List.of(new Wording(Locale.ENGLISH, "Payments are down", text));
    }

    private static void work(Stage stage, HelpDesk desk) {
        stage.time().runUntil(desk, stage.time().instant().plus(Duration.ofMinutes(10)));
    }
}
