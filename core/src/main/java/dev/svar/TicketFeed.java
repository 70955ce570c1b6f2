package dev.svar;

import dev.svar.knowledge.KnownText;
import dev.svar.knowledge.SearchIndexException;
import dev.svar.knowledge.TextChanges;
import dev.svar.knowledge.TextIndex;
import dev.svar.store.Page;
import dev.svar.store.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds this node's index of tickets from those that were updated. Its position is an instant in microseconds: what was updated
 * earlier was seen for certain. Behind it each node looks on from where it was, and now and then again from the position, since
 * a commit may come late.
 */
final class TicketFeed {
    private static final Logger LOG = LoggerFactory.getLogger(TicketFeed.class);

    /** How long after an update its commit may come, also by another node's clock, without being overlooked. */
    static final Duration SETTLED = Duration.ofMinutes(10);

    /** What was updated so lately is looked at each time: most commits do not come later than that. */
    static final Duration LATE = Duration.ofSeconds(10);

    /** How often everything is looked at again that had not settled, and a new mark is made. */
    static final Duration AGAIN = Duration.ofMinutes(5);

    private final DeskSetup setup;
    private final TicketFeedMemory memory;
    private final TicketWords words;
    private final IndexMarks marks;

    TicketFeed(DeskSetup setup) {
        this.setup = setup;
        this.memory = setup.knowledge().ticketFeed();
        this.words = new TicketWords(setup);
        this.marks = new IndexMarks(setup, IndexMarks.TICKETS);
    }

    /** The same among other due work, which does not wait for an index that cannot be written. */
    void runBesideOthers(int limit) {
        try {
            run(limit);
        } catch (SearchIndexException e) {
            LOG.warn("the index of tickets stays behind: {}", e.reason(), e);
        }
    }

    /** Looks at so many tickets, or at some more; returns how many were taken or dropped. Not while another thread does. */
    int run(int limit) {
        Optional<TextIndex> index = setup.knowledge().tickets();
        if (index.isEmpty() || !memory.lock().tryLock()) {
            return 0;
        }
        try {
            return feed(index.get(), limit);
        } finally {
            memory.lock().unlock();
        }
    }

    private int feed(TextIndex index, int limit) {
        Instant now = setup.now();
        int taken = 0;
        for (int looked = 0; looked < limit; ) {
            memory.at(index.position(setup.tenant())); // somebody else may have fed it, or it began again
            TicketWalk walk = memory.walk().orElseGet(() -> begin(index, now));
            memory.walks(Optional.of(walk)); // for the next run, if the index cannot be written
            long position = memory.position();
            Page<TicketState> page = setup.store().tickets(setup.tenant(), walk.page());
            Optional<Instant> last = last(page);
            List<TicketState> news =
                    page.items().stream().filter(memory::isNews).toList();
            long next = walk.whole() ? Math.max(position, settled(walk, page, last)) : position;
            Optional<Integer> took = take(index, news, position, next, now);
            if (took.isEmpty()) {
                memory.forget();
                return taken;
            }
            memory.movedTo(next);
            taken += took.get();
            looked += Math.max(1, page.items().size());
            Optional<TicketWalk> on = walk.from(page.next());
            last.filter(at -> at.isAfter(memory.head())).ifPresent(memory::head);
            memory.walks(on);
            if (on.isEmpty()) {
                return taken;
            }
        }
        return taken;
    }

    private TicketWalk begin(TextIndex index, Instant now) {
        boolean whole =
                memory.wholeAt().filter(at -> at.plus(AGAIN).isAfter(now)).isEmpty();
        if (!whole) {
            Instant behind = memory.head().plus(1, ChronoUnit.MICROS);
            Instant late = now.minus(LATE);
            return TicketWalk.from(behind.isBefore(late) ? behind : late, now, false);
        }
        long position = memory.position();
        if (position > 0 && !marks.has(index.mark(setup.tenant()))) {
            LOG.warn(
                    "the index of tickets was fed from another store, or before this one was restored, and begins anew");
            index.rebuild(setup.tenant(), List.of(), 0);
            memory.at(0);
            position = 0;
        }
        memory.wholeAt(now);
        return TicketWalk.from(instant(position), now, true);
    }

    /** Up to where nothing can come any more that was not seen. */
    private static long settled(TicketWalk walk, Page<TicketState> page, Optional<Instant> last) {
        long sure = micros(walk.began().minus(SETTLED));
        // Behind the last page there is nothing else of that instant.
        return last.map(at -> Math.min(sure, micros(at) + (page.next().isEmpty() ? 1 : 0)))
                .orElse(0L);
    }

    private static Optional<Instant> last(Page<TicketState> page) {
        List<TicketState> items = page.items();
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(items.get(items.size() - 1).ticket().updatedAt());
    }

    /** How many are others than before; empty if somebody else fed the index. */
    private Optional<Integer> take(TextIndex index, List<TicketState> news, long position, long next, Instant now) {
        List<KnownText> found = new ArrayList<>();
        Set<String> gone = new HashSet<>();
        List<Optional<String>> said = new ArrayList<>();
        for (TicketState state : news) {
            Optional<String> text = words.compared(state.ticket());
            said.add(text);
            String id = state.ticket().id().toString();
            if (memory.areOthers(state, text)) {
                text.ifPresentOrElse(there -> found.add(new KnownText(id, there)), () -> gone.add(id));
            }
        }
        boolean nothing = found.isEmpty() && gone.isEmpty() && next == position;
        if (!nothing && !index.take(setup.tenant(), changes(position, next, found, gone, now))) {
            return Optional.empty();
        }
        for (int i = 0; i < news.size(); i++) {
            memory.see(news.get(i), said.get(i));
        }
        return Optional.of(found.size() + gone.size());
    }

    private TextChanges changes(long position, long next, List<KnownText> found, Set<String> gone, Instant now) {
        return new TextChanges(position, next, found, gone, mark(now));
    }

    private String mark(Instant now) {
        return marks.covering(micros(now.minus(AGAIN)), micros(now));
    }

    /** Builds the index anew beside the one that answers meanwhile. */
    void rebuild() {
        setup.knowledge().tickets().ifPresent(index -> {
            memory.lock().lock();
            try {
                Instant now = setup.now();
                long position = Math.max(0, micros(now.minus(SETTLED)));
                String mark = mark(now);
                index.rebuild(setup.tenant(), () -> texts(now), position);
                index.take(setup.tenant(), new TextChanges(position, position, List.of(), Set.of(), mark));
                memory.forget();
            } finally {
                memory.lock().unlock();
            }
        });
    }

    private Iterator<KnownText> texts(Instant now) {
        return Stream.iterate(
                        Optional.of(TicketWalk.from(instant(0), now, true)).map(this::step),
                        Optional::isPresent,
                        step -> step.flatMap(Step::next).map(this::step))
                .flatMap(step -> step.orElseThrow().items().stream())
                .map(TicketState::ticket)
                .flatMap(ticket ->
                        words
                                .compared(ticket)
                                .map(text -> new KnownText(ticket.id().toString(), text))
                                .stream())
                .iterator();
    }

    private Step step(TicketWalk walk) {
        Page<TicketState> page = setup.store().tickets(setup.tenant(), walk.page());
        return new Step(page.items(), walk.from(page.next()));
    }

    private record Step(List<TicketState> items, Optional<TicketWalk> next) {}

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
