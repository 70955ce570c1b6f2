package dev.svar;

import dev.svar.FailedWork.Fate;
import dev.svar.HandOvers.Sent;
import dev.svar.store.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hands deliveries over one after the other. The outcome of each is committed together with the beginning of the next: one
 * commit for each of them, and a process that dies still leaves only one that is uncertain. Where that is not possible they
 * are committed apart.
 */
final class HandOverRow {
    private final DeskSetup setup;
    private final HandOvers handOvers;
    private final FailedWork failures;
    private final List<Fate> fates = new ArrayList<>();
    private Optional<Sent> last = Optional.empty();

    /** For one row. */
    HandOverRow(DeskSetup setup, HandOvers handOvers, FailedWork failures) {
        this.setup = setup;
        this.handOvers = handOvers;
        this.failures = failures;
    }

    /** {@return what became of each that was dealt with; those that could not begin went back} */
    List<Fate> of(List<Claim> claims) {
        for (Claim claim : claims) {
            if (!DueWork.mayBegin(setup, claim)) {
                failures.unbegun(claim);
            } else {
                Optional<Sent> next = last.flatMap(sent -> handOvers.sendAfter(sent, claim, setup.now()));
                if (next.isPresent()) {
                    fates.add(Fate.SUCCEEDED);
                    last = next;
                } else {
                    finish();
                    send(claim);
                }
            }
        }
        finish();
        return List.copyOf(fates);
    }

    private void send(Claim claim) {
        List<Sent> sent = new ArrayList<>();
        Fate fate = failures.surviving(
                claim, () -> handOvers.send(claim, setup.now()).ifPresent(sent::add));
        last = sent.stream().findFirst();
        if (last.isEmpty()) {
            fates.add(fate);
        }
    }

    private void finish() {
        last.ifPresent(sent -> fates.add(failures.surviving(sent.claim(), () -> handOvers.finish(sent))));
        last = Optional.empty();
    }
}
