package dev.svar.examples;

import dev.svar.Taken;
import dev.svar.message.Disposition;
import java.util.EnumMap;
import java.util.Map;

/** Counts what became of the messages; each counts once. */
final class Tally {
    private final Map<Disposition, Integer> byDisposition = new EnumMap<>(Disposition.class);
    private int messages;
    private int duplicates;

    void count(Taken taken) {
        messages++;
        if (taken.duplicate()) {
            duplicates++;
        } else {
            byDisposition.merge(taken.receipt().disposition(), 1, Integer::sum);
        }
    }

    int duplicates() {
        return duplicates;
    }

    int messages() {
        return messages;
    }

    String summary(int sent, int failed) {
        return "summary: messages=" + messages
                + " tickets=" + of(Disposition.OPENED)
                + " replies=" + of(Disposition.JOINED)
                + " duplicates=" + duplicates
                + " automatic=" + of(Disposition.AUTOMATIC)
                + " bounces=" + of(Disposition.BOUNCE)
                + " quarantined=" + of(Disposition.QUARANTINED)
                + " sent=" + sent
                + " failed=" + failed;
    }

    private int of(Disposition disposition) {
        return byDisposition.getOrDefault(disposition, 0);
    }
}
