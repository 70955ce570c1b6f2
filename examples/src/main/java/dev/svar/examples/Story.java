package dev.svar.examples;

import dev.svar.AgentView;
import dev.svar.CustomerView;
import dev.svar.Taken;
import dev.svar.TimelineEntry;
import dev.svar.contact.Contact;
import dev.svar.delivery.Delivery;
import dev.svar.error.SvarException;
import dev.svar.message.OutboundMessage;
import dev.svar.store.Page;
import dev.svar.store.TicketState;
import dev.svar.ticket.Audience;
import dev.svar.ticket.Ticket;
import java.io.PrintStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells people what the desk answered. */
final class Story {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH).withZone(Stage.ZONE);

    private final PrintStream out;
    private boolean begun;
    private boolean inside;

    Story(PrintStream out) {
        this.out = out;
    }

    static String at(Instant instant) {
        return TIME.format(instant);
    }

    /** What somebody asked, and what the desk answered. */
    void tell(String asked, Object answer) {
        paragraph(inside);
        inside = false;
        out.println(asked + ": " + answer);
    }

    void tell(String sent, Taken taken) {
        tell(sent, taken.receipt().disposition() + ", " + taken.receipt().reason());
    }

    void leads(String number, Optional<TicketState> found) {
        tell(
                number + " leads to",
                found.map(state -> state.ticket().number().toString()).orElse("nothing"));
    }

    void refused(String asked, SvarException why) {
        tell(asked, String.valueOf(why.getMessage()));
    }

    void agentSees(AgentView view) {
        Ticket ticket = view.ticket();
        heading("What agents see of " + title(ticket));
        view.requester().ifPresent(contact -> line("asked by", person(contact)));
        view.participants().forEach(contact -> line("takes part", person(contact)));
        view.nextDue().ifPresent(due -> line("next promise", at(due)));
        view.context().forEach(fact -> line(fact.name(), fact.value().text() + seenBy(fact.audience())));
        view.fields()
                .forEach(field ->
                        field.value().ifPresent(value -> line(field.label(), value.text() + seenBy(field.audience()))));
        view.links().forEach(link -> line(lower(link.kind()), link.number()));
        view.merged().forEach(number -> line("holds", number));
        view.mergedInto().ifPresent(number -> line("merged into", number));
        view.timeline().items().forEach(this::entry);
    }

    private void entry(TimelineEntry entry) {
        String text = entry instanceof TimelineEntry.MessageEntry message
                ? ": “" + message.message().visibleText().strip() + "”"
                : "";
        out.printf(Locale.ROOT, "  %-17s %s  %s%s%n", at(entry.at()), entry.number(), entry.line(), text);
    }

    void customerSees(CustomerView view) {
        String turn = view.awaitsCustomer() ? ", your turn" : "";
        heading("What the customer sees of " + view.number() + ", " + view.subject() + " (" + view.status() + turn
                + ")");
        view.context().forEach(fact -> line(fact.label(), fact.text()));
        view.fields().forEach(field -> line(field.label(), field.text()));
        for (CustomerView.Entry message : view.messages()) {
            String from = message.from().isEmpty() ? lower(message.role()) : message.from();
            out.printf(
                    Locale.ROOT,
                    "  %-17s %s: “%s”%n",
                    at(message.at()),
                    from,
                    message.text().strip());
            message.files().forEach(file -> line("  with", file.name() + ", " + file.size() + " bytes"));
        }
    }

    /** Who sees how much of a ticket. */
    void sees(String who, Optional<CustomerView> view) {
        tell(
                who + " sees",
                view.map(v -> v.number() + ", " + v.messages().size() + " messages")
                        .orElse("nothing"));
    }

    void tickets(String of, Page<TicketState> page) {
        heading("Tickets of " + of);
        page.items().forEach(state -> out.println("  " + title(state.ticket())));
    }

    void post(Ticket ticket, List<Delivery> deliveries) {
        heading("What was sent about " + title(ticket));
        for (Delivery delivery : deliveries) {
            OutboundMessage letter = delivery.message();
            String state = lower(delivery.state());
            out.printf(
                    Locale.ROOT,
                    "  %-17s %s by %s: %s%n",
                    at(delivery.updatedAt()),
                    state,
                    letter.to(),
                    letter.subject());
        }
    }

    void letter(OutboundMessage letter) {
        letter.text().strip().lines().forEach(line -> out.println(("  | " + line).stripTrailing()));
    }

    private void heading(String title) {
        paragraph(begun);
        inside = true;
        out.println(title);
    }

    private void paragraph(boolean apart) {
        if (apart) {
            out.println();
        }
        begun = true;
    }

    private static String title(Ticket ticket) {
        return ticket.number() + ", " + ticket.subject() + " (" + ticket.status() + ")";
    }

    private void line(String name, Object value) {
        out.println("  " + name + ": " + value);
    }

    private static String person(Contact contact) {
        return contact.name().isEmpty() ? contact.addresses().toString() : contact.name() + " " + contact.addresses();
    }

    private static String seenBy(Audience audience) {
        return audience == Audience.INTERNAL ? "  (agents only)" : "";
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
