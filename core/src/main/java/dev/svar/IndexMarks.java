package dev.svar;

import dev.svar.message.Content;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.KeptValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Marks in the store by which an index is known that is ahead of it, since the store was restored from before. A mark is made
 * after the changes that it covers were committed, and an index keeps the mark together with what it took. So a store that lost
 * some of that lost the mark too. Of tickets a mark covers what goes on for a few minutes after it was made: what was lost of that
 * alone is not noticed, and is read from the store before it is shown.
 */
final class IndexMarks {
    static final String ARTICLES = "marks of article indexes";
    static final String TICKETS = "marks of ticket indexes";

    /** How many are kept: an index that stayed behind for more begins anew. */
    private static final int MOST = 200;

    private final DeskSetup setup;
    private final String name;

    IndexMarks(DeskSetup setup, String name) {
        this.setup = setup;
        this.name = name;
    }

    /** Made when everything up to a place had been committed. */
    private record Mark(long covers, String token) {
        static Mark read(String line) {
            int space = line.indexOf(' ');
            return new Mark(Long.parseLong(line.substring(0, space)), line.substring(space + 1));
        }

        String line() {
            return covers + " " + token;
        }
    }

    boolean has(String token) {
        return marks(kept()).stream().anyMatch(mark -> mark.token().equals(token));
    }

    /**
     * A mark for changes that were committed before the call.
     *
     * @param needed up to where they go
     * @param covers what a new mark covers, if no other node made one yet
     */
    String covering(long needed, long covers) {
        return Attempts.untilDecided("marking what indexes took", () -> {
            Optional<KeptValue> kept = kept();
            List<Mark> marks = marks(kept);
            if (!marks.isEmpty() && marks.get(marks.size() - 1).covers() >= needed) {
                return Optional.of(marks.get(marks.size() - 1).token());
            }
            Mark next = new Mark(covers, setup.ids().get().toString());
            List<Mark> all = new ArrayList<>(marks.subList(Math.max(0, marks.size() - MOST + 1), marks.size()));
            all.add(next);
            Changes changes = Changes.builder(setup.tenant())
                    .keep(written(kept.map(KeptValue::version).orElse(0L) + 1, all))
                    .build();
            return setup.store().commit(changes) == CommitResult.COMMITTED
                    ? Optional.of(next.token())
                    : Optional.empty();
        });
    }

    private Optional<KeptValue> kept() {
        return setup.store().kept(setup.tenant(), name);
    }

    private static List<Mark> marks(Optional<KeptValue> kept) {
        return kept.map(value -> new String(value.content().bytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(Mark::read)
                        .toList())
                .orElse(List.of());
    }

    private KeptValue written(long version, List<Mark> marks) {
        String lines = String.join("\n", marks.stream().map(Mark::line).toList());
        return new KeptValue(name, version, setup.now(), Content.of(lines.getBytes(StandardCharsets.UTF_8)));
    }
}
