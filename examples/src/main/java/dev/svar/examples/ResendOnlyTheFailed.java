package dev.svar.examples;

import dev.svar.HelpDesk;
import dev.svar.ResendPage;
import dev.svar.announcement.Mailing;
import dev.svar.announcement.MailingOrder;
import dev.svar.announcement.RecipientList;
import dev.svar.announcement.Wording;
import dev.svar.contact.Channel;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryState;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Two of five letters of a mailing are refused: which, why, and how those two alone are sent again. */
public final class ResendOnlyTheFailed {
    private static final Set<DeliveryState> FAILED = EnumSet.of(DeliveryState.FAILED, DeliveryState.BOUNCED);
    private static final List<String> CLUB = List.of(
            "anna@club.example",
            "BERIT@club.example",
            "carl@club.example",
            "berit@club.example",
            "dag@full.example",
            "eva@full.example");
    private static final int PAGE = 100;

    private ResendOnlyTheFailed() {}

    /**
     * Sends a mailing and prints what became of it, before and after the failed letters were sent again.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        run(Stage.printing());
    }

    static HelpDesk run(Stage stage) {
        Story story = stage.story();
        FullMailboxes mail = new FullMailboxes(stage.mail());
        HelpDesk desk = stage.desk().transport(mail).build();
        RecipientList list = RecipientList.of(Channel.MAIL, CLUB);
        List<Wording> wordings = List.of(new Wording(Locale.ENGLISH, "Closed on Saturday", "We move to new servers."));
        Mailing mailing = desk.announcements().draft(MailingOrder.of("maintenance", wordings, list), list);
        desk.announcements().start(mailing.id());
        work(stage, desk);
        story.tell("The mailing", new TreeMap<>(desk.announcements().counts(mailing.id())));
        for (Delivery failed : desk.deliveries(mailing.id(), FAILED, Optional.empty(), PAGE)) {
            story.tell(failed.message().to().value(), failed.code() + " " + failed.detail());
        }

        mail.empty();
        ResendPage again = desk.resend(mailing.id(), FAILED, Optional.empty(), PAGE, "the mailbox was emptied");
        ResendPage twice = desk.resend(mailing.id(), FAILED, Optional.empty(), PAGE, "somebody else asks too");
        work(stage, desk);
        story.tell("Sent again", again.answers() + ", asked once more: " + twice.answers());
        story.tell("The mailing", new TreeMap<>(desk.announcements().counts(mailing.id())));
        return desk;
    }

    private static void work(Stage stage, HelpDesk desk) {
        stage.time().runUntil(desk, stage.time().instant().plus(Duration.ofMinutes(10)));
    }
}
