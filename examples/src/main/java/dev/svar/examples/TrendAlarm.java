package dev.svar.examples;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.announcement.IncidentMatch;
import dev.svar.announcement.IncidentState;
import dev.svar.announcement.Wording;
import dev.svar.category.RuleCategorizer;
import dev.svar.insight.DeskTrends;
import dev.svar.memory.MemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Six quiet weeks, then many cannot pay: one alarm opens an incident, and who asks after that is told at once. */
public final class TrendAlarm {
    private TrendAlarm() {}

    /**
     * Lives through six weeks and an outbreak and prints what the desk noticed.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        run(Stage.printing());
    }

    static HelpDesk run(Stage stage) {
        Story story = stage.story();
        MemoryStore store = new MemoryStore();
        List<HelpDesk> wired = new ArrayList<>();
        DeskTrends trends = DeskTrends.builder(store, alarm -> {
                    story.tell("Alarm at " + Story.at(alarm.since()), alarm.series() + ", " + alarm.look());
                    alarm.series().category().ifPresent(category -> openIncident(wired.get(0), category));
                })
                .time(stage.time())
                .build();
        HelpDesk desk = stage.desk(store)
                .categorizer(RuleCategorizer.builder()
                        .rule("payment", "pay*", "card")
                        .build())
                .recognizeIncidents()
                .trends(trends)
                .build();
        wired.add(desk);
        for (int hour = 0; hour < 6 * 7 * 24; hour++) {
            asks(desk, hour % 8 == 0 ? "Cannot pay" : "A question", hour);
            stage.time().runUntil(desk, stage.time().instant().plus(Duration.ofHours(1)));
            trends.check();
        }
        story.tell("Alarms in six weeks", trends.running().size());
        for (int minutes = 0; minutes < 40; minutes += 5) {
            asks(desk, "Cannot pay, the card is refused", minutes);
            stage.time().runUntil(desk, stage.time().instant().plus(Duration.ofMinutes(5)));
            trends.check();
        }
        story.tell(
                "Open incidents",
                desk.incidents().list(IncidentState.OPEN, Optional.empty(), 10).size());
        return desk;
    }

    /** The same alarm may come again after a crash, and the incident may be known already. */
    private static void openIncident(HelpDesk desk, String category) {
        IncidentMatch match = IncidentMatch.category(category);
        if (desk.incidents().list(IncidentState.OPEN, Optional.empty(), 100).stream()
                .noneMatch(incident -> incident.match().equals(match))) {
            desk.incidents().open(match, List.of(new Wording(Locale.ENGLISH, "We know of it", "We are looking.")));
        }
    }

    private static void asks(HelpDesk desk, String subject, int number) {
        desk.open(NewTicket.builder(Stage.customer(number), subject, "Please help.")
                .build());
    }
}
