package dev.svar.examples;

import dev.svar.DueDriver;
import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.contact.TenantId;
import dev.svar.memory.MemoryStore;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** One executor of the host's does the due work of many tenants, in fair turns; a tenant joins while it runs. */
public final class ManyTenantsOneExecutor {
    private static final int MANY = 300;

    private ManyTenantsOneExecutor() {}

    /**
     * Prints how many mails each tenant sent.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        run(Stage.printing());
    }

    static HelpDesk run(Stage stage) {
        MemoryStore store = new MemoryStore();
        HelpDesk books = stage.desk(store).tenant(new TenantId("books")).build();
        HelpDesk music = stage.desk(store).tenant(new TenantId("music")).build();
        HelpDesk games = stage.desk(store).tenant(new TenantId("games")).build();
        ask(books, MANY);
        ask(music, 1);

        DueTally tally = new DueTally(MANY + 2);
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(4);
        try (DueDriver driver =
                DueDriver.builder(executor, tally).desk(books).desk(music).start()) {
            driver.add(games);
            ask(games, 1);
            driver.wake(games); // after the commit: its mail leaves now
            tally.awaitAll();
        } finally {
            executor.shutdown();
        }

        Story story = stage.story();
        story.tell("Mails of the books, who have many", tally.of(books));
        story.tell("Mails of the music, who did not wait for them", tally.of(music));
        story.tell("Mails of the games, who joined later", tally.of(games));
        return music;
    }

    private static void ask(HelpDesk desk, int questions) {
        for (int i = 0; i < questions; i++) {
            desk.open(NewTicket.builder(Stage.KARI, "A question", "Can you help me?")
                    .build());
        }
    }
}
