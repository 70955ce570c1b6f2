package dev.svar.examples;

import static dev.svar.ticket.Audience.INTERNAL;
import static dev.svar.ticket.Audience.PUBLIC;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.CustomField;
import dev.svar.ticket.FieldType;
import dev.svar.ticket.FieldValue;
import dev.svar.ticket.Priority;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketRules;
import java.time.LocalDate;
import java.util.Locale;

/** A shop's order service opens a ticket with all it knows: typed, kept from the wrong eyes, without what nobody may keep. */
public final class OpenInsideYourCode {
    private static final TicketRules RULES = TicketRules.builder()
            .field(CustomField.choice("wish", "Wish", "refund", "new parcel").visibleToCustomer())
            .field(CustomField.internal("lost_before", "Parcels lost before", FieldType.NUMBER))
            .build();

    private OpenInsideYourCode() {}

    /**
     * Opens a ticket from an order and prints both sides of it.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        run(Stage.printing());
    }

    static HelpDesk run(Stage stage) {
        HelpDesk desk = stage.desk().rules(RULES).build();
        OrderService orders = new OrderService(desk);
        Order order = new Order("A-2044", 1299, LocalDate.of(2026, 11, 27), "4000001234564242");

        Ticket ticket = orders.parcelIsMissing(order, "Where is my parcel?", "refund");
        Story story = stage.story();
        story.agentSees(desk.view(ticket.id(), Locale.ENGLISH));
        desk.customerView(ticket.id(), ticket.requester()).ifPresent(story::customerSees);

        try {
            orders.parcelIsMissing(order, "Where is my parcel?", "a pony");
        } catch (InvalidValueException e) {
            story.refused("A wish for a pony", e);
        }
        return desk;
    }

    /** A class of yours. It knows orders; the desk need not. */
    private record OrderService(HelpDesk desk) {
        Ticket parcelIsMissing(Order order, String text, String wish) {
            return desk.open(NewTicket.builder(Stage.KARI, "Parcel of order " + order.number(), text)
                    .name("Kari Nordmann")
                    .priority(Priority.HIGH)
                    .fact("order.total", FieldValue.of(order.total()), PUBLIC)
                    .fact("order.promised", FieldValue.of(order.promised()), PUBLIC)
                    .fact("payment.card", FieldValue.of(order.card()), INTERNAL) // kept as its last four digits
                    .fact("carrier.api_token", FieldValue.of("s3cr3t"), INTERNAL) // not kept at all
                    .field("wish", FieldValue.choice(wish))
                    .field("lost_before", FieldValue.of(2))
                    .build());
        }
    }

    private record Order(String number, long total, LocalDate promised, String card) {}
}
