package dev.svar.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the host knows when it opens a ticket. */
final class ContextFactsTest {
    private static ContextFact fact(String name, String value) {
        return new ContextFact(name, FieldValue.of(value), Audience.INTERNAL);
    }

    @Test
    void a_ticket_keeps_the_facts_that_it_was_opened_with_in_order() {
        List<ContextFact> facts = List.of(fact("order.number", "A-17"), fact("app.release", "2.1"));
        Drawer drawer = new Drawer(TicketRules.standard());
        TicketId id = drawer.opened(OpenCommands.withFacts(facts));
        drawer.customerWrites(id);

        assertThat(drawer.ticket(id).context()).isEqualTo(facts);
    }

    @Test
    void a_name_is_used_once() {
        assertThatThrownBy(() ->
                        OpenCommands.withFacts(List.of(fact("order.number", "A-17"), fact("order.number", "A-18"))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("context has a name twice, each fact needs one of its own");
    }

    @Test
    void facts_have_limits() {
        List<ContextFact> many = IntStream.rangeClosed(0, ContextFact.MAX_FACTS)
                .mapToObj(i -> fact("fact" + i, "x"))
                .toList();

        assertThat(OpenCommands.withFacts(many.subList(1, many.size())).context())
                .hasSize(ContextFact.MAX_FACTS);
        assertThatThrownBy(() -> OpenCommands.withFacts(many))
                .hasMessage("context holds 101 elements, at most 100 are allowed");
        assertThatThrownBy(() -> fact("x".repeat(101), "x")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> fact("two\nlines", "x")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void what_is_logged_of_a_fact_is_not_its_value() {
        assertThat(fact("customer.phone", "+47 99 99 99 99")).hasToString("customer.phone (TEXT)");
    }
}
