package dev.svar.examples;

import dev.svar.Announcements;
import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.contact.ContactId;
import java.time.Duration;
import java.time.Instant;

/** New customers are welcomed, each once, however often the host says that they are new. */
public final class WelcomeLetter {
    private WelcomeLetter() {}

    /**
     * Prints who was welcomed.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        run(Stage.printing());
    }

    static HelpDesk run(Stage stage) {
        HelpDesk desk = stage.desk().build();
        Story story = stage.story();
        stage.time().set(Instant.parse("2026-12-01T09:00:00Z"));
        ContactId kari = desk.open(NewTicket.builder(Stage.KARI, "My first order", "How do I pay?")
                        .name("Kari Nordmann")
                        .build())
                .requester();
        welcome(desk, kari, story);
        welcome(desk, kari, story);
        stage.time().runUntil(desk, stage.time().instant().plus(Duration.ofMinutes(5)));
        Announcements announcements = desk.announcements();
        story.tell("Welcome letters", announcements.counts(announcements.welcomes()));
        return desk;
    }

    private static void welcome(HelpDesk desk, ContactId customer, Story story) {
        boolean planned = desk.announcements().welcome(customer).isPresent();
        story.tell("Kari became a customer", planned ? "she is welcomed" : "she was welcomed before");
    }
}
