package dev.svar.insight;

import dev.svar.contact.TenantId;
import dev.svar.error.Check;
import dev.svar.insight.Episodes.Running;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.DeskStore;
import dev.svar.store.KeptValue;
import dev.svar.store.Page;
import dev.svar.store.Tally;
import dev.svar.store.TicketState;
import dev.svar.ticket.ContextFact;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Tag;
import dev.svar.ticket.TicketEvent.Categorized;
import dev.svar.ticket.TicketEvent.Opened;
import dev.svar.ticket.TicketEvent.SpamCleared;
import dev.svar.ticket.TicketEvent.SpamMarked;
import dev.svar.ticket.TicketEvent.TagsChanged;
import dev.svar.trend.HourlyCounts;
import dev.svar.trend.TrendDetector;
import dev.svar.trend.TrendEpisode;
import dev.svar.trend.TrendLook;
import dev.svar.trend.TrendRule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts tickets by category, tag and what the host knows about them, and raises an alarm when more come than usual.
 *
 * <p>Hand it to {@code HelpDesk.builder(store).trends(…)}, which counts each event exactly once as due work, in the same commit
 * as the record of it. A ticket counts in the hour in which it was opened, also if its category is found out or corrected later; while
 * it is spam it counts nowhere. {@link #check}, which the host calls every few minutes on any number of nodes, looks
 * at what was counted. Starts no thread. Thread-safe.
 */
public final class DeskTrends {
    /** How long a node may take to tell of an alarm before another one does. */
    public static final Duration LEASE = Duration.ofMinutes(10);

    /** How many series are looked at in a check: those of which most was counted in the last {@value #RECENT_HOURS} hours. */
    public static final int MOST_SERIES = 500;

    /** Series of which nothing was counted for so long are not looked at. */
    public static final int RECENT_HOURS = 12;

    private static final int MOST_TRIES = 20;

    private final DeskStore store;
    private final TenantId tenant;
    private final InstantSource time;
    private final String name;
    private final TrendDetector detector;
    private final TrendListener listener;
    private final Set<String> facts;

    private DeskTrends(Builder builder) {
        this.store = builder.store;
        this.tenant = builder.tenant;
        this.time = builder.time;
        this.name = builder.name;
        this.detector = new TrendDetector(builder.rule);
        this.listener = builder.listener;
        this.facts = Set.copyOf(builder.facts);
    }

    /**
     * Begins to build one.
     *
     * @param store where the tickets are and the counts are kept
     * @param listener who is told of alarms
     * @return a builder
     */
    public static Builder builder(DeskStore store, TrendListener listener) {
        return new Builder(store, listener);
    }

    /**
     * What events of a ticket change about the counts: for whoever keeps them, which the desk does.
     *
     * @param ticket the ticket as it stands now
     * @param events what happened to it
     * @return how much is to be added, or taken away
     */
    public List<Tally> tallies(TicketState ticket, List<RecordedEvent> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        long last = events.get(events.size() - 1).sequence();
        boolean neverSpam = !ticket.ticket().spam()
                && last == ticket.ticket().version()
                && events.stream()
                        .noneMatch(
                                event -> event.event() instanceof SpamMarked || event.event() instanceof SpamCleared);
        return neverSpam
                ? counted(ticket, events)
                : telescoped(ticket, events.get(0).sequence() - 1, last);
    }

    /**
     * While it is spam it counts nowhere: what counts at the end, but for what counted at the beginning. Both are read from the
     * whole history, since a ticket says only what it is now.
     */
    private List<Tally> telescoped(TicketState ticket, long before, long last) {
        List<RecordedEvent> history = new ArrayList<>();
        for (long after = 0; after < last; after += Page.MAX_LIMIT) {
            int limit = (int) Math.min(Page.MAX_LIMIT, last - after);
            history.addAll(store.events(tenant, ticket.ticket().id(), after, limit));
        }
        List<RecordedEvent> known =
                history.stream().filter(event -> event.sequence() <= before).toList();
        List<Tally> tallies = new ArrayList<>(isSpam(history) ? List.of() : counted(ticket, history));
        (isSpam(known) ? List.<Tally>of() : counted(ticket, known))
                .forEach(tally -> tallies.add(new Tally(tally.series(), tally.hour(), -tally.count())));
        return tallies;
    }

    private static boolean isSpam(List<RecordedEvent> history) {
        boolean spam = false;
        for (RecordedEvent event : history) {
            spam = event.event() instanceof SpamMarked || (spam && !(event.event() instanceof SpamCleared));
        }
        return spam;
    }

    private List<Tally> counted(TicketState ticket, List<RecordedEvent> events) {
        long hour = HourlyCounts.hourOf(ticket.ticket().openedAt());
        List<Tally> tallies = new ArrayList<>();
        for (RecordedEvent event : events) {
            if (event.event() instanceof Opened opened) {
                tallies.add(new Tally(TrendSeries.ALL.name(), hour, 1));
                opened.context().stream()
                        .filter(fact -> facts.contains(fact.name()))
                        .forEach(fact -> tallies.add(tally(series(fact), hour, 1)));
            } else if (event.event() instanceof Categorized categorized) {
                categorized.from().ifPresent(from -> tallies.add(tally(TrendSeries.ofCategory(from), hour, -1)));
                tallies.add(tally(TrendSeries.ofCategory(categorized.to()), hour, 1));
            } else if (event.event() instanceof TagsChanged changed) {
                for (Tag tag : changed.added()) {
                    tallies.add(tally(TrendSeries.ofTag(tag), hour, 1));
                }
                for (Tag tag : changed.removed()) {
                    tallies.add(tally(TrendSeries.ofTag(tag), hour, -1));
                }
            }
        }
        return tallies;
    }

    private static TrendSeries series(ContextFact fact) {
        return TrendSeries.ofFact(fact.name(), fact.value().text());
    }

    private static Tally tally(TrendSeries series, long hour, long count) {
        return new Tally(series.name(), hour, count);
    }

    /**
     * Looks at what was counted, and tells the listener of what is new. Costs a few queries for each series that had tickets
     * lately.
     *
     * @return the alarms that the listener was told of
     * @throws RuntimeException what the listener threw; the alarm comes again later
     */
    public List<TrendAlarm> check() {
        Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
        long hour = HourlyCounts.hourOf(now);
        Set<String> series = new LinkedHashSet<>();
        store.busiest(tenant, hour - RECENT_HOURS + 1, hour + 1, MOST_SERIES).forEach(t -> series.add(t.series()));
        series.addAll(episodes().running().keySet());
        HourlyCounts all = counts(TrendSeries.ALL.name(), hour);
        Map<String, HourlyCounts> counts = new HashMap<>();
        series.forEach(s -> counts.put(s, counts(s, hour)));
        List<TrendAlarm> alarms = changed(now, before -> looked(before, counts, all, now));
        for (TrendAlarm alarm : alarms) {
            listener.alarmed(alarm);
            told(alarm, now);
        }
        return alarms;
    }

    private Change looked(Episodes before, Map<String, HourlyCounts> counts, HourlyCounts all, Instant now) {
        Episodes after = before;
        List<TrendAlarm> alarms = new ArrayList<>();
        for (Map.Entry<String, HourlyCounts> entry : counts.entrySet()) {
            String series = entry.getKey();
            Optional<Running> running = before.find(series);
            Instant since = running.map(r -> r.episode().since()).orElse(now);
            TrendLook look = detector.look(entry.getValue(), all, since, now);
            Optional<TrendEpisode> episode = TrendEpisode.after(running.map(Running::episode), look, now);
            if (episode.isEmpty()) {
                after = after.without(series);
                continue;
            }
            boolean tells = running.isEmpty() || running.get().tellerIsOverdue(now);
            Optional<Instant> telling = tells ? Optional.of(now.plus(LEASE)) : running.flatMap(Running::tellingUntil);
            after = after.with(series, new Running(episode.get(), telling));
            if (tells && after.find(series).isPresent()) {
                alarms.add(new TrendAlarm(new TrendSeries(series), episode.get().since(), look));
            }
        }
        return new Change(after, alarms);
    }

    private void told(TrendAlarm alarm, Instant now) {
        String series = alarm.series().name();
        changed(
                now,
                before -> new Change(
                        before.find(series)
                                .filter(r -> r.episode().since().equals(alarm.since()))
                                .map(r -> before.with(series, new Running(r.episode(), Optional.empty())))
                                .orElse(before),
                        List.of()));
    }

    /** {@return the series that are above what is usual at present, with since when} */
    public Map<TrendSeries, Instant> running() {
        Map<TrendSeries, Instant> all = new HashMap<>();
        episodes()
                .running()
                .forEach((series, r) ->
                        all.put(new TrendSeries(series), r.episode().since()));
        return all;
    }

    private record Change(Episodes after, List<TrendAlarm> alarms) {}

    /** Decides a change. */
    @FunctionalInterface
    private interface Decider {
        Change decide(Episodes before);
    }

    /** Of nodes that check at the same time one decides, the others decide again from what it left. */
    private List<TrendAlarm> changed(Instant now, Decider decider) {
        for (int i = 0; i < MOST_TRIES; i++) {
            Optional<KeptValue> kept = store.kept(tenant, name);
            Episodes before = kept.map(KeptValue::content).map(Episodes::read).orElse(Episodes.NONE);
            Change change = decider.decide(before);
            if (change.after().equals(before)) {
                return change.alarms();
            }
            long version = kept.map(KeptValue::version).orElse(0L) + 1;
            KeptValue after = new KeptValue(name, version, now, change.after().content());
            if (store.commit(Changes.builder(tenant).keep(after).build()) == CommitResult.COMMITTED) {
                return change.alarms();
            }
        }
        return List.of();
    }

    private Episodes episodes() {
        return store.kept(tenant, name)
                .map(KeptValue::content)
                .map(Episodes::read)
                .orElse(Episodes.NONE);
    }

    private HourlyCounts counts(String series, long hour) {
        Map<Long, Long> counts = new TreeMap<>();
        for (long from = hour - detector.hoursNeeded(); from <= hour; from += Page.MAX_LIMIT) {
            long until = Math.min(hour + 1, from + Page.MAX_LIMIT);
            store.tallies(tenant, series, from, until).forEach(tally -> counts.put(tally.hour(), tally.count()));
        }
        return HourlyCounts.of(counts);
    }

    /** What it begins with. Not safe for use by several threads. */
    public static final class Builder {
        /** The name under which episodes are stored unless the host says otherwise. */
        public static final String DEFAULT_NAME = "trends";

        /** The most facts that are counted by. */
        public static final int MAX_FACTS = 20;

        private final DeskStore store;
        private final TrendListener listener;
        private TenantId tenant = TenantId.DEFAULT;
        private InstantSource time = InstantSource.system();
        private String name = DEFAULT_NAME;
        private TrendRule rule = TrendRule.standard();
        private List<String> facts = List.of();

        private Builder(DeskStore store, TrendListener listener) {
            this.store = store;
            this.listener = listener;
        }

        /**
         * Whose tickets these are.
         *
         * @param id {@link TenantId#DEFAULT} when not set
         * @return this
         */
        public Builder tenant(TenantId id) {
            this.tenant = id;
            return this;
        }

        /**
         * Where the present comes from.
         *
         * @param source the system's clock when not set
         * @return this
         */
        public Builder time(InstantSource source) {
            this.time = source;
            return this;
        }

        /**
         * The name under which episodes are stored, the same on all nodes.
         *
         * @param ofEpisodes {@value #DEFAULT_NAME} when not set
         * @return this
         */
        public Builder name(String ofEpisodes) {
            this.name = Check.line("name", ofEpisodes, KeptValue.MAX_NAME_LENGTH);
            return this;
        }

        /**
         * When something counts as a trend.
         *
         * @param when {@link TrendRule#standard()} when not set
         * @return this
         */
        public Builder rule(TrendRule when) {
            this.rule = when;
            return this;
        }

        /**
         * By which of the facts that the host gives with a ticket is counted, for example a release.
         *
         * @param names names of facts with few values, at most {@value #MAX_FACTS}; none when not set
         * @return this
         */
        public Builder facts(String... names) {
            this.facts = Check.size("facts", List.of(names), MAX_FACTS);
            return this;
        }

        /** {@return the trends} */
        public DeskTrends build() {
            return new DeskTrends(this);
        }
    }
}
