package dev.svar.jdbc;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.error.SvarException;
import dev.svar.message.Content;
import dev.svar.message.InboundMessage;
import dev.svar.message.MessageKey;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.SlaPolicy;
import dev.svar.store.DeskStore;
import dev.svar.testkit.ManualTime;
import dev.svar.ticket.Priority;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Status;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.UUID;

/** A year of a desk: who asks, answers, waits and gives up at which minute follows from a seed alone. */
final class BusyYear {
    static final Instant END = Instant.parse("2027-02-28T00:00:00Z");

    private static final String BEGIN = "2026-01-01T00:00:00Z";
    private static final int MINUTES_OF_ARRIVAL = 360 * 1440;
    private static final int MOST_DEEDS = 6;
    private static final int MEAN_PAUSE_MINUTES = 500;
    private static final AgentId AGENT = new AgentId("lars");

    private final Random random;
    private final ManualTime time = ManualTime.at(BEGIN);
    private final HelpDesk desk;
    private final PriorityQueue<Turn> turns = new PriorityQueue<>(Comparator.comparing(Turn::at));
    private final List<TicketId> tickets = new ArrayList<>();
    private long deeds;

    /** When something happens to a ticket next, and how often something will. */
    private record Turn(Instant at, int ticket, int left) {}

    BusyYear(long seed, int tickets, DeskStore store) {
        this.random = new Random(seed);
        this.desk = HelpDesk.builder(store).time(time).sla(policy()).build();
        for (int i = 0; i < tickets; i++) {
            Instant at = time.instant().plusSeconds(60L * random.nextInt(MINUTES_OF_ARRIVAL));
            turns.add(new Turn(at, i, 1 + random.nextInt(MOST_DEEDS)));
            this.tickets.add(new TicketId(new UUID(0x7000, i)));
        }
    }

    private static SlaPolicy policy() {
        BusinessCalendar.Builder office = BusinessCalendar.builder(OpenMinutes.ZONE)
                .open(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), OpenMinutes.HOURS.toArray(String[]::new))
                .open(DayOfWeek.SATURDAY, OpenMinutes.SATURDAY.toArray(String[]::new))
                .exception(OpenMinutes.SHORT_DAY, "Christmas Eve", OpenMinutes.SHORT_HOURS);
        OpenMinutes.HOLIDAYS.forEach(date -> office.holiday(date, "holiday"));
        SlaPolicy.Builder policy = SlaPolicy.builder(office.build()).noQuietHours();
        for (Priority priority : Priority.values()) {
            Duration answer = Duration.ofMinutes(ExpectedLevels.ANSWER_MINUTES.get(priority));
            policy.promise(SlaTarget.FIRST_RESPONSE, priority, answer)
                    .promise(SlaTarget.NEXT_RESPONSE, priority, answer)
                    .promise(
                            SlaTarget.RESOLUTION,
                            priority,
                            Duration.ofMinutes(ExpectedLevels.SOLUTION_MINUTES.get(priority)));
        }
        return policy.build();
    }

    /** Lives through it, with everything that becomes due at its time. */
    BusyYear live() {
        while (!turns.isEmpty()) {
            Turn turn = turns.remove();
            time.runUntil(desk, turn.at());
            take(turn);
        }
        time.runUntil(desk, END);
        return this;
    }

    private void take(Turn turn) {
        TicketId ticket = tickets.get(turn.ticket());
        if (desk.find(ticket).isEmpty()) {
            desk.open(NewTicket.builder(customer(turn), "Sak " + turn.ticket(), "Hei, jeg får ikke betalt.")
                    .id(ticket)
                    .priority(anyPriority())
                    .build());
        } else {
            happen(ticket, turn);
        }
        deeds++;
        if (turn.left() > 0) {
            long pause = 1 + (long) (-Math.log(1 - random.nextDouble()) * MEAN_PAUSE_MINUTES);
            turns.add(new Turn(turn.at().plusSeconds(60 * pause), turn.ticket(), turn.left() - 1));
        }
    }

    private void happen(TicketId ticket, Turn turn) {
        int die = random.nextInt(10);
        Priority priority = anyPriority();
        try {
            switch (die) {
                case 0, 1 -> desk.reply(ticket, AGENT, "Vi ser på det.");
                case 2, 3 -> desk.reply(ticket, AGENT, "Hvilket kort?", Status.PENDING);
                case 4, 5, 6 -> desk.receive(answer(ticket, turn));
                case 7 -> desk.execute(ticket, new TicketCommand.ChangePriority(Actor.agent(AGENT), priority));
                case 8 -> desk.note(ticket, AGENT, "Snakket med banken.");
                default -> desk.solve(ticket, AGENT);
            }
        } catch (SvarException e) {
            if (die < 7) { // a solved ticket cannot be solved again, and the like; a message is always taken
                throw e;
            }
        }
    }

    private static InboundMessage answer(TicketId ticket, Turn turn) {
        MessageKey key = new MessageKey(customer(turn), turn.ticket() + "." + turn.left());
        byte[] raw = key.value().getBytes(StandardCharsets.UTF_8);
        return InboundMessage.builder(key, Content.of(raw), customer(turn))
                .subject("Sak")
                .text("Fortsatt ikke.")
                .about(ticket)
                .build();
    }

    private static Address customer(Turn turn) {
        return Address.mail("kunde" + turn.ticket() + "@example.org");
    }

    private Priority anyPriority() {
        return Priority.values()[random.nextInt(Priority.values().length)];
    }

    HelpDesk desk() {
        return desk;
    }

    List<TicketId> tickets() {
        return tickets;
    }

    long deeds() {
        return deeds;
    }
}
