package dev.svar.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ValueTest {
    @Test
    void plain_objects_become_values() {
        assertThat(Value.of(null)).isEqualTo(Value.NIL);
        assertThat(Value.of(Optional.empty())).isEqualTo(Value.NIL);
        assertThat(Value.of(Optional.of("a"))).isEqualTo(new Value.Text("a"));
        assertThat(Value.of(7)).isEqualTo(Value.of(7L)).isEqualTo(new Value.Num(7));
        assertThat(Value.of(2.0)).isEqualTo(new Value.Num(new BigDecimal("2.0")));
        assertThat(Value.of(1e20)).isEqualTo(new Value.Num(new BigDecimal("100000000000000000000.0")));
        assertThat(Value.of(new BigDecimal("1.500"))).isEqualTo(new Value.Num(new BigDecimal("1.5")));
        assertThat(Value.of(new BigDecimal("1E+3"))).isEqualTo(new Value.Num(1000));
        assertThat(Value.of(true)).isEqualTo(new Value.Bool(true));
        assertThat(Value.of(Liquid.NOW)).isEqualTo(new Value.Moment(Liquid.NOW));
        assertThat(Value.of(LocalDate.of(2026, 1, 2))).isEqualTo(new Value.Text("2026-01-02"));
        assertThat(Value.of(Map.of("a", List.of(1))))
                .isEqualTo(new Value.Fields(Map.of("a", new Value.Items(List.of(new Value.Num(1))))));
    }

    @Test
    void a_value_does_not_change_when_its_source_does() {
        List<String> list = new ArrayList<>(List.of("a"));
        Map<String, Object> map = new HashMap<>(Map.of("list", list));
        Value value = Value.of(map);
        list.add("b");
        map.clear();
        assertThat(value).isEqualTo(Value.of(Map.of("list", List.of("a"))));
    }

    @Test
    void anything_else_is_refused_with_its_path() {
        Map<String, Object> data = Map.of("ticket", Map.of("tags", List.of("a", new StringBuilder("b"))));
        assertThatThrownBy(() -> Value.of(data))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("value.ticket.tags[1] is a java.lang.StringBuilder");
        assertThatThrownBy(() -> RenderContext.builder(data, Liquid.NOW))
                .hasMessageStartingWith("data.ticket.tags[1] is a java.lang.StringBuilder");
        assertThatThrownBy(() -> Value.of(Map.of(1, 2))).hasMessageStartingWith("value has a key");
        assertThatThrownBy(() -> Value.of(Double.NaN)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> Value.of(List.of(new BigDecimal("1E+1000000000"))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("value[0] has too many digits");
        assertThatThrownBy(() -> Value.of(new BigDecimal("1E-1000000000"))).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> Value.of(Double.MAX_VALUE)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void depth_is_bounded_and_a_list_in_itself_is_refused() {
        List<Object> endless = new ArrayList<>();
        endless.add(endless);
        assertThatThrownBy(() -> Value.of(endless))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("nested deeper than 32 levels");
        Value value = Value.of("x");
        for (int i = 0; i < Value.MAX_DEPTH; i++) {
            value = new Value.Items(List.of(value));
        }
        Value deepest = value;
        assertThat(Value.of(deepest)).isSameAs(deepest);
        assertThatThrownBy(() -> Value.of(List.of(deepest))).isInstanceOf(InvalidValueException.class);
        Optional<Object> wrapped = Optional.of("x");
        for (int i = 0; i < 100; i++) {
            wrapped = Optional.of(wrapped);
        }
        Optional<Object> nested = wrapped;
        assertThatThrownBy(() -> Value.of(nested)).isInstanceOf(InvalidValueException.class);
    }
}
