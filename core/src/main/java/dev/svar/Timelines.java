package dev.svar;

import dev.svar.message.Message;
import dev.svar.store.Page;
import dev.svar.store.TicketState;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * Puts what happened in a ticket and in those that were merged into it into one order: by time, then by ticket number, while
 * the events of each ticket stay in their own order. What a page costs depends on its length and on how many tickets were
 * merged, not on how old they are.
 */
final class Timelines {
    private final DeskSetup setup;

    Timelines(DeskSetup setup) {
        this.setup = setup;
    }

    Page<TimelineEntry> page(Ticket ticket, TimelineQuery query) {
        TimelineCursor from = query.position();
        List<Lane> lanes = lanes(ticket, from, query.limit());
        PriorityQueue<Lane> race = new PriorityQueue<>(Lane.BY_NEXT);
        lanes.stream().filter(lane -> !lane.atEnd()).forEach(race::add);
        List<Happened> page = new ArrayList<>();
        while (page.size() < query.limit() && !race.isEmpty()) {
            Lane first = race.remove();
            page.add(new Happened(first.ticket(), first.take()));
            if (!first.atEnd()) {
                race.add(first);
            }
        }
        return new Page<>(entries(page, query), race.isEmpty() ? Optional.empty() : Optional.of(cursor(lanes)));
    }

    /** An event on its way into an entry. */
    private record Happened(Ticket ticket, RecordedEvent event) {
        Optional<MessageId> message() {
            if (event.event() instanceof TicketEvent.MessageAdded e) {
                return Optional.of(e.message());
            }
            return event.event() instanceof TicketEvent.MessageCopied e ? Optional.of(e.message()) : Optional.empty();
        }
    }

    private List<Lane> lanes(Ticket ticket, TimelineCursor from, int limit) {
        List<Ticket> tickets = Stream.concat(
                        Stream.of(ticket),
                        ticket.merged().stream()
                                .flatMap(id -> setup.store().ticket(setup.tenant(), id).stream())
                                .map(TicketState::ticket))
                .toList();
        int atOnce = limit / tickets.size() + 1;
        return tickets.stream()
                .map(t -> new Lane(setup, t, from.after(t.number().value()), atOnce))
                .toList();
    }

    private static String cursor(List<Lane> lanes) {
        Map<Long, Long> shown = new HashMap<>();
        lanes.stream()
                .filter(lane -> lane.taken() > 0)
                .forEach(lane -> shown.put(lane.ticket().number().value(), lane.taken()));
        return TimelineCursor.of(shown).text();
    }

    private List<TimelineEntry> entries(List<Happened> page, TimelineQuery query) {
        Names names = new DeskNames(setup);
        HistoryLines lines = new HistoryLines(setup, names, query.language());
        Map<MessageId, Message> messages = messages(page);
        return page.stream()
                .map(happened -> entry(
                        happened,
                        lines.line(happened.event()),
                        happened.message().map(id -> found(messages, id)),
                        names))
                .toList();
    }

    private static Message found(Map<MessageId, Message> messages, MessageId id) {
        return Optional.ofNullable(messages.get(id))
                .orElseThrow(() -> new IllegalStateException("the store has lost message " + id));
    }

    private static TimelineEntry entry(Happened happened, String line, Optional<Message> message, Names names) {
        String who = names.person(
                        message.map(Message::by).orElse(happened.event().by()))
                .orElse("");
        return message.map(m -> (TimelineEntry)
                        new TimelineEntry.MessageEntry(happened.ticket().number(), happened.event(), who, line, m))
                .orElseGet(() -> new TimelineEntry.EventEntry(happened.ticket().number(), happened.event(), who, line));
    }

    /** A message has the sequence of the event that added it, so those of a page lie together in each ticket. */
    private Map<MessageId, Message> messages(List<Happened> page) {
        Map<TicketId, List<Long>> sequences = new HashMap<>();
        page.stream()
                .filter(happened -> happened.message().isPresent())
                .forEach(happened -> sequences
                        .computeIfAbsent(happened.ticket().id(), id -> new ArrayList<>())
                        .add(happened.event().sequence()));
        Map<MessageId, Message> messages = new HashMap<>();
        sequences.forEach((ticket, of) -> setup.store()
                .messages(setup.tenant(), ticket, of.get(0) - 1, of.size())
                .forEach(message -> messages.put(message.id(), message)));
        return messages;
    }
}
