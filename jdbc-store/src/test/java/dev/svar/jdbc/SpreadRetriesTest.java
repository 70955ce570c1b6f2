package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.HelpDesk;
import dev.svar.contact.TenantId;
import dev.svar.store.WorkLane;
import dev.svar.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Work that was claimed together and failed together does not come back together, though it shares a fence. */
final class SpreadRetriesTest {
    private static final int TICKETS = 20;

    @ParameterizedTest
    @EnumSource
    void what_failed_together_is_tried_again_at_different_times(Database database) throws Exception {
        Shop shop = Shop.on(database.source());
        ManualTime time = ManualTime.at(Story.NOW.toString());
        HelpDesk desk = HelpDesk.builder(shop.store())
                .time(time)
                .listener("mirror", (ticket, events) -> {
                    throw new IllegalStateException("the mirror is away");
                })
                .build();
        for (int i = 0; i < TICKETS; i++) {
            desk.open(Shop.request(Shop.KARI));
        }

        assertThat(desk.runDue(TICKETS).failed()).isEqualTo(TICKETS);
        Set<Instant> again = new HashSet<>();
        shop.store()
                .claim(
                        TenantId.DEFAULT,
                        WorkLane.tell("mirror"),
                        Story.NOW.plusSeconds(3600),
                        Duration.ofMinutes(1),
                        TICKETS)
                .forEach(claim -> again.add(claim.work().dueAt()));
        assertThat(again).hasSizeGreaterThan(TICKETS / 4);
    }
}
