package dev.svar.examples;

import dev.svar.HelpDesk;
import dev.svar.contact.Contact;
import dev.svar.delivery.Delivery;
import dev.svar.message.OutboundMessage;
import dev.svar.sla.SlaClock;
import dev.svar.sla.SlaLevel;
import dev.svar.store.Page;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketState;
import dev.svar.ticket.Ticket;
import java.io.PrintStream;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints what a desk holds, for people. */
final class DeskReport {
    private static final int TICKETS_SHOWN = 40;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH).withZone(ParticipantDesk.ZONE);
    private static final String ROW = "%-8s %-26s %-4s %-13s %-8s %-9s %s%n";

    private final HelpDesk desk;
    private final PrintStream out;

    DeskReport(HelpDesk desk, PrintStream out) {
        this.desk = desk;
        this.out = out;
    }

    void tickets() {
        Page<TicketState> page = desk.tickets(TicketQuery.all(TICKETS_SHOWN));
        out.println();
        out.printf(Locale.ROOT, ROW, "ticket", "requester", "lang", "category", "status", "assignee", "due, and why");
        for (TicketState state : page.items()) {
            Ticket ticket = state.ticket();
            out.printf(
                    Locale.ROOT,
                    ROW,
                    ticket.number(),
                    cut(requester(ticket), 26),
                    ticket.language().map(Locale::getLanguage).orElse("?"),
                    ticket.category().orElse("-"),
                    ticket.status(),
                    ticket.assignee().map(Object::toString).orElse("-"),
                    due(state));
            out.println("         deliveries: " + deliveries(ticket));
        }
        page.next().ifPresent(more -> out.println("... and more: these are the first " + TICKETS_SHOWN));
        out.println();
    }

    private String requester(Ticket ticket) {
        return desk.requester(ticket)
                .map(c -> c.name().isEmpty() ? address(c) : c.name())
                .orElse("?");
    }

    private static String address(Contact contact) {
        return contact.addresses().get(0).value();
    }

    private static String due(TicketState state) {
        String broken = state.clocks().all().stream()
                .filter(clock -> clock.open() && clock.breached())
                .map(clock -> clock.target().label() + " was due " + TIME.format(clock.due()) + ", BROKEN; ")
                .collect(Collectors.joining());
        return broken
                + state.clocks()
                        .next()
                        .map(DeskReport::account)
                        .orElseGet(() -> waiting(state) ? "nothing: waits for the customer" : "nothing");
    }

    private static boolean waiting(TicketState state) {
        return state.clocks().all().stream().anyMatch(clock -> clock.state() == SlaClock.State.PAUSED);
    }

    private static String account(SlaClock clock) {
        String told = clock.reached().contains(SlaLevel.WARNING) ? ", warned" : "";
        String spent = clock.spent().isZero() ? "" : ", " + hours(clock.spent()) + " counted before";
        return clock.target().label() + " " + TIME.format(clock.due()) + " (" + hours(clock.allowed())
                + " of business time from " + TIME.format(clock.since()) + spent + told + ")";
    }

    private static String hours(Duration duration) {
        return duration.toMinutesPart() == 0
                ? duration.toHours() + " h"
                : duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }

    private String deliveries(Ticket ticket) {
        List<Delivery> all = desk.deliveries(ticket.id(), Page.MAX_LIMIT);
        return all.isEmpty()
                ? "none"
                : all.stream()
                        .map(d -> d.kind() + " "
                                + d.state().name().toLowerCase(Locale.ROOT)
                                + (d.code().isEmpty() ? "" : " " + d.code()))
                        .collect(Collectors.joining(", "));
    }

    void mails(List<OutboundMessage> mails) {
        out.println("mails sent: " + mails.size());
        for (OutboundMessage mail : mails) {
            out.printf(Locale.ROOT, "  to %-46s %s%n", mail.to(), mail.subject());
        }
        out.println();
    }

    /** The first letter of each kind in full, so that one can see how they read. */
    void letters(String... kinds) {
        List<Delivery> all = desk.tickets(TicketQuery.all(TICKETS_SHOWN)).items().stream()
                .flatMap(state -> desk.deliveries(state.ticket().id(), Page.MAX_LIMIT).stream())
                .toList();
        for (String kind : kinds) {
            all.stream()
                    .filter(delivery -> delivery.kind().equals(kind))
                    .findFirst()
                    .ifPresent(delivery -> whole(delivery.message()));
        }
    }

    private void whole(OutboundMessage mail) {
        out.println("  | To: " + mail.to());
        out.println("  | Subject: " + mail.subject());
        out.println("  |");
        mail.text().lines().forEach(line -> out.println("  | " + line));
        out.println();
    }

    void repeated(Tally tally) {
        if (tally.duplicates() > 0) {
            out.println(
                    tally.duplicates() + " of " + tally.messages()
                            + " messages carry an id that was taken before, in this run or an earlier one; nothing was done twice");
        }
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
