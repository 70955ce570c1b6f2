package dev.svar;

import dev.svar.LoopCaps.Cap;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the automatic answers of a desk on this node, for each domain and in all. A window begins with the first answer in it
 * and counts anew when it has passed, so memory is two numbers for each window of a domain.
 */
final class AnswerCounts {
    /** The domains that are counted; the one that was answered longest ago is forgotten. */
    private static final int MAX_DOMAINS = 10_000;

    private final LoopCaps caps;
    private final Windows mailbox;
    private final Map<String, Windows> domains = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Windows> eldest) {
            return size() > MAX_DOMAINS;
        }
    };

    AnswerCounts(LoopCaps caps) {
        this.caps = caps;
        this.mailbox = new Windows(caps.ofMailbox());
    }

    LoopCaps caps() {
        return caps;
    }

    /** Counts one more answer, or says why it is one too many; then it is not counted. */
    synchronized Optional<String> refusal(String domain, Instant now) {
        Windows ofDomain = domains.computeIfAbsent(domain, d -> new Windows(caps.toDomain()));
        Optional<String> excess = ofDomain.full(now)
                .map(cap -> cap.excess("automatic answers to " + domain))
                .or(() -> mailbox.full(now).map(cap -> cap.excess("automatic answers of the mailbox")));
        if (excess.isEmpty()) {
            ofDomain.count(now);
            mailbox.count(now);
        }
        return excess;
    }

    /** The windows of one domain or of the mailbox. */
    private static final class Windows {
        private final List<Cap> caps;
        private final Instant[] began;
        private final int[] counts;

        Windows(List<Cap> caps) {
            this.caps = caps;
            this.began = new Instant[caps.size()];
            this.counts = new int[caps.size()];
        }

        Optional<Cap> full(Instant now) {
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0 && !now.isBefore(began[i].plus(caps.get(i).window()))) {
                    counts[i] = 0;
                }
                if (counts[i] >= caps.get(i).most()) {
                    return Optional.of(caps.get(i));
                }
            }
            return Optional.empty();
        }

        void count(Instant now) {
            for (int i = 0; i < counts.length; i++) {
                began[i] = counts[i] == 0 ? now : began[i];
                counts[i]++;
            }
        }
    }
}
