package dev.svar.ticket;

import static dev.svar.ticket.Tickets.AGENT;
import static dev.svar.ticket.Tickets.KARI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The host's own fields on a ticket. */
final class CustomFieldsTest {
    private static final Map<FieldType, FieldValue> VALUES = Map.of(
            FieldType.TEXT, FieldValue.of("gold"),
            FieldType.NUMBER, FieldValue.of(12),
            FieldType.BOOLEAN, FieldValue.of(true),
            FieldType.DATE, FieldValue.of(LocalDate.of(2026, 12, 3)),
            FieldType.CHOICE, FieldValue.choice("gold"));

    private final Drawer drawer = new Drawer(TicketRules.builder()
            .field(CustomField.internal("text", "Text", FieldType.TEXT))
            .field(CustomField.internal("number", "Number", FieldType.NUMBER))
            .field(CustomField.internal("boolean", "Boolean", FieldType.BOOLEAN))
            .field(CustomField.internal("date", "Date", FieldType.DATE))
            .field(CustomField.choice("choice", "Choice", "silver", "gold").visibleToCustomer())
            .build());
    private final TicketId id = drawer.opened(KARI);

    private List<TicketEvent> set(String key, FieldValue value) {
        return drawer.does(id, new TicketCommand.SetField(AGENT, new FieldKey(key), Optional.of(value)));
    }

    private static Stream<Arguments> pairs() {
        return Stream.of("text", "number", "boolean", "date", "choice")
                .flatMap(key -> VALUES.values().stream().map(value -> Arguments.of(key, value)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void a_field_takes_values_of_its_type_only(String key, FieldValue value) {
        FieldKey field = new FieldKey(key);
        if (key.equalsIgnoreCase(value.type().name())) {
            assertThat(set(key, value))
                    .containsExactly(new TicketEvent.FieldChanged(field, Optional.empty(), Optional.of(value)));
            assertThat(drawer.ticket(id).fields()).containsExactly(Map.entry(field, value));
            assertThat(set(key, value)).isEmpty();
        } else {
            assertThatThrownBy(() -> set(key, value))
                    .isInstanceOfSatisfying(
                            InvalidValueException.class,
                            e -> assertThat(e.field()).isEqualTo("field." + key))
                    .hasMessageMatching(
                            "field\\.\\w+ is a [A-Z]+, it must be a ([A-Z]+|CHOICE, one of .* \\(FieldValue.choice\\))");
        }
    }

    @Test
    void a_choice_is_one_of_the_hosts_words() {
        assertThatThrownBy(() -> set("choice", FieldValue.choice("platinum")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("field.choice is none of its choices, they are [silver, gold]");
    }

    @Test
    void an_unknown_field_is_refused_when_set_cleared_or_given_at_the_opening() {
        FieldKey unknown = new FieldKey("plan");

        assertThatThrownBy(() -> set("plan", FieldValue.of("gold")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("field.plan is no field of this desk, they are [text, number, boolean, date, choice]");
        assertThatThrownBy(() -> drawer.does(id, new TicketCommand.SetField(AGENT, unknown, Optional.empty())))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("field.plan is no field of this desk");
        assertThatThrownBy(() -> drawer.opened(OpenCommands.withFields(Map.of(unknown, FieldValue.of("gold")))))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void a_ticket_opens_with_fields_and_they_are_cleared_one_by_one() {
        FieldKey number = new FieldKey("number");
        TicketId other = drawer.opened(OpenCommands.withFields(Map.of(number, FieldValue.of(7))));
        TicketCommand clear = new TicketCommand.SetField(AGENT, number, Optional.empty());

        assertThat(drawer.does(other, clear))
                .containsExactly(new TicketEvent.FieldChanged(number, Optional.of(FieldValue.of(7)), Optional.empty()));
        assertThat(drawer.ticket(other).fields()).isEmpty();
        assertThat(drawer.does(other, clear)).isEmpty();
    }

    @Test
    void a_field_that_the_host_dropped_can_be_cleared_but_not_set() {
        set("text", FieldValue.of("gold"));
        FieldKey key = new FieldKey("text");
        Ticket ticket = drawer.ticket(id);
        TicketLifecycle without = TicketLifecycle.standard();

        assertThatThrownBy(() -> without.decide(
                        ticket,
                        new TicketCommand.SetField(AGENT, key, Optional.of(FieldValue.of("silver"))),
                        drawer.now()))
                .isInstanceOf(InvalidValueException.class);
        List<RecordedEvent> cleared =
                without.decide(ticket, new TicketCommand.SetField(AGENT, key, Optional.empty()), drawer.now());
        assertThat(Tickets.folded(ticket, cleared).fields()).isEmpty();
    }

    @Test
    void equal_numbers_are_the_same_value_however_they_are_written() {
        set("number", FieldValue.of(new BigDecimal("1.50")));

        assertThat(set("number", FieldValue.of(new BigDecimal("1.5")))).isEmpty();
        assertThat(set("number", FieldValue.of(new BigDecimal("1.51")))).hasSize(1);
    }

    @Test
    void definitions_have_limits_and_each_key_is_used_once() {
        assertThatThrownBy(() -> TicketRules.builder()
                        .field(CustomField.internal("plan", "Plan", FieldType.TEXT))
                        .field(CustomField.internal("plan", "Other", FieldType.DATE)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("field.plan is there already");
        TicketRules.Builder builder = TicketRules.builder();
        IntStream.range(0, TicketRules.MAX_FIELDS)
                .forEach(i -> builder.field(CustomField.internal("f" + i, "F", FieldType.TEXT)));
        assertThatThrownBy(() -> builder.field(CustomField.internal("more", "F", FieldType.TEXT)))
                .hasMessage("rules.fields holds 201 elements, at most 200 are allowed");
        assertThatThrownBy(() -> CustomField.internal("plan", "Plan", FieldType.CHOICE))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() ->
                        new CustomField(new FieldKey("plan"), "Plan", FieldType.TEXT, Audience.PUBLIC, List.of("gold")))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> CustomField.internal("plan", "two\nlines", FieldType.TEXT))
                .isInstanceOf(InvalidValueException.class);
        for (String key : new String[] {"", "Plan", "1plan", "p lan", "p".repeat(41)}) {
            assertThatThrownBy(() -> new FieldKey(key)).isInstanceOf(InvalidValueException.class);
        }
        assertThat(CustomField.choice("plan", "Plan", "gold")
                        .visibleToCustomer()
                        .audience())
                .isEqualTo(Audience.PUBLIC);
    }
}
