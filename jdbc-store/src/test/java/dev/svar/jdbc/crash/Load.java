package dev.svar.jdbc.crash;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.Taken;
import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.jdbc.crash.Evidence.Acknowledged;
import dev.svar.message.Content;
import dev.svar.message.Disposition;
import dev.svar.message.InboundMessage;
import dev.svar.message.MessageKey;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketSort;
import dev.svar.ticket.Priority;
import dev.svar.ticket.Status;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Tag;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * What customers and agents do to a desk, at random. Everybody does one thing only, so that it can be told from the
 * database who did what; what always leaves a trace and was acknowledged stands in a journal.
 */
final class Load {
    private static final int CUSTOMERS = 12;
    private static final int YOUNG_TICKETS = 15;
    private static final List<Status> STATUSES = List.of(Status.OPEN, Status.PENDING, Status.PENDING, Status.SOLVED);

    private final HelpDesk desk;
    private final InstantSource time;
    private final Random random;
    private final String name;
    private final Journal acknowledged;
    private int done;

    Load(HelpDesk desk, InstantSource time, Random random, String name, Journal acknowledged) {
        this.desk = desk;
        this.time = time;
        this.random = random;
        this.name = name;
        this.acknowledged = acknowledged;
    }

    /** Does one thing, by somebody who has done nothing yet; what it throws tells why nothing came of it. */
    void once() {
        String nonce = name + "." + done++;
        AgentId agent = new AgentId(nonce);
        Actor by = Actor.agent(agent);
        int die = random.nextInt(20);
        if (die < 3) {
            acknowledge("open", nonce, desk.open(opening(nonce)));
        } else if (die < 5) {
            receive(nonce);
        } else {
            Optional<TicketId> ticket = one(young());
            ticket.ifPresent(id -> change(die, nonce, agent, by, id));
        }
    }

    private NewTicket opening(String nonce) {
        return NewTicket.builder(customer(), "Sak " + nonce, nonce + " Jeg får ikke betalt.")
                .priority(one(List.of(Priority.values())).orElseThrow())
                .build();
    }

    private void change(int die, String nonce, AgentId agent, Actor by, TicketId ticket) {
        switch (die) {
            case 5, 6, 7, 8 ->
                acknowledge(
                        "reply",
                        nonce,
                        desk.reply(ticket, agent, nonce + " Svar", one(STATUSES).orElseThrow()));
            case 9, 10 -> acknowledge("note", nonce, desk.note(ticket, agent, nonce + " Internt"));
            case 11 ->
                acknowledge(
                        "tag",
                        nonce,
                        desk.execute(ticket, new TicketCommand.ChangeTags(by, Set.of(new Tag(nonce)), Set.of())));
            case 12 ->
                acknowledge(
                        "time", nonce, desk.execute(ticket, new TicketCommand.RecordTime(by, Duration.ofMinutes(3))));
            case 13 ->
                acknowledge(
                        "snooze",
                        nonce,
                        desk.execute(
                                ticket,
                                new TicketCommand.Snooze(by, time.instant().plusSeconds(60 + random.nextInt(600)))));
            case 14, 15 ->
                acknowledge(
                        "merge", nonce, desk.mergeSharing(ticket, one(young()).orElseThrow(), agent));
            case 16 -> one(merged()).ifPresent(id -> acknowledge("undo", nonce, desk.undoMerge(id, agent)));
            case 17 ->
                desk.execute(
                        ticket,
                        new TicketCommand.ChangePriority(
                                by, one(List.of(Priority.values())).orElseThrow()));
            default ->
                desk.execute(
                        ticket, new TicketCommand.ChangeStatus(by, one(STATUSES).orElseThrow()));
        }
    }

    /** A mail comes again until somebody says that it was taken. */
    private void receive(String nonce) {
        InboundMessage.Builder message = InboundMessage.builder(
                        new MessageKey(CrashDesk.MAILBOX, "<" + nonce + "@kunde.example>"),
                        Content.of(nonce.getBytes(StandardCharsets.UTF_8)),
                        customer())
                .messageId("<" + nonce + "@kunde.example>")
                .subject("Spørsmål")
                .text(nonce + " Hei");
        one(young()).filter(ticket -> random.nextBoolean()).ifPresent(message::about);
        Taken taken = LoadProcess.untilAnswered(() -> desk.receive(message.build()));
        if (Set.of(Disposition.OPENED, Disposition.JOINED)
                .contains(taken.receipt().disposition())) {
            TicketId ticket = taken.receipt().ticket().orElseThrow();
            acknowledged.write(new Acknowledged("mail", nonce, ticket.value(), 0).line());
        }
    }

    private void acknowledge(String kind, String nonce, Ticket after) {
        acknowledged.write(new Acknowledged(kind, nonce, after.id().value(), after.version()).line());
    }

    private Address customer() {
        return Address.mail("kunde" + random.nextInt(CUSTOMERS) + "@kunde.example");
    }

    private List<TicketId> young() {
        return found(TicketQuery.builder().descending(TicketSort.NUMBER));
    }

    private List<TicketId> merged() {
        return found(TicketQuery.builder()
                .statuses(EnumSet.of(StatusCategory.MERGED))
                .descending(TicketSort.NUMBER));
    }

    private List<TicketId> found(TicketQuery.Builder query) {
        return desk.tickets(query.limit(YOUNG_TICKETS).build()).items().stream()
                .map(state -> state.ticket().id())
                .toList();
    }

    private <T> Optional<T> one(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }
}
