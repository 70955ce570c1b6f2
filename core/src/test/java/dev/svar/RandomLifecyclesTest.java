package dev.svar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.ticket.LinkRefusedException;
import dev.svar.ticket.MergeRefusedException;
import dev.svar.ticket.TicketEvent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Thousands of random commands to tickets of three hosts; a failure names the seed and the step. */
final class RandomLifecyclesTest {
    private static final int STEPS = 5_000;

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_happens_the_tickets_hold_together(long seed) {
        RandomDesk desk = new RandomDesk(seed).run(STEPS);
        desk.refold();
        desk.undoAllMerges();

        assertThat(desk.states().values()).allSatisfy(state -> {
            assertThat(state.ticket().absorbed()).isEmpty();
            assertThat(state.ticket().merge()).isEmpty();
            assertThat(state.ticket().participants())
                    .isEqualTo(desk.ownPeople(state.ticket().id()));
        });
    }

    @Test
    void the_same_seed_gives_the_same_histories() {
        assertThat(new RandomDesk(4711).run(2_000).histories())
                .isEqualTo(new RandomDesk(4711).run(2_000).histories());
    }

    @Test
    void random_lives_come_by_every_event_and_every_refusal() {
        Set<String> seen = new TreeSet<>();
        seeds().forEach(seed ->
                seen.addAll(new RandomDesk(seed).run(2_000).seen().keySet()));

        assertThat(seen)
                .containsAll(Arrays.stream(TicketEvent.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList())
                .contains("InvalidValueException", "TransitionRefusedException", "RequirementsMissingException");
        for (MergeRefusedException.Reason reason : MergeRefusedException.Reason.values()) {
            boolean rare = reason == MergeRefusedException.Reason.TOO_MANY;
            assertThat(seen.contains("MergeRefusedException " + reason))
                    .as(reason.name())
                    .isEqualTo(!rare);
        }
        assertThat(seen)
                .contains(
                        "LinkRefusedException " + LinkRefusedException.Reason.CIRCLE,
                        "LinkRefusedException " + LinkRefusedException.Reason.SECOND_PARENT);
    }
}
