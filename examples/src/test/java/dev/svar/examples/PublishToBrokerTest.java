package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.store.Page;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Ticket;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublishToBrokerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void every_event_arrives_in_the_order_of_its_ticket_also_over_a_restart_of_the_broker() throws IOException {
        Shown shown = Shown.by(PublishToBroker::run);
        Map<String, List<Long>> sequences = new TreeMap<>();
        Map<String, List<String>> events = new TreeMap<>();
        for (String line : shown.lines()) {
            if (line.startsWith("  {")) {
                JsonNode event = JSON.readTree(line);
                String ticket = event.get("ticket").asText();
                sequences
                        .computeIfAbsent(ticket, t -> new ArrayList<>())
                        .add(event.get("sequence").asLong());
                events.computeIfAbsent(ticket, t -> new ArrayList<>())
                        .add(event.get("event").asText());
            }
        }

        assertThat(shown.lines())
                .contains(
                        "While the broker is down the desk goes on, and keeps for later: 2 tickets",
                        "Events that came twice and were dropped: 0");
        assertThat(sequences.keySet()).containsExactly("SUP-1", "SUP-2");
        for (String number : sequences.keySet()) {
            List<RecordedEvent> history = history(shown.desk(), number);
            assertThat(sequences.get(number))
                    .isEqualTo(LongStream.rangeClosed(1, history.size()).boxed().toList());
            assertThat(events.get(number))
                    .isEqualTo(history.stream()
                            .map(e -> e.event().getClass().getSimpleName())
                            .toList());
        }
    }

    private static List<RecordedEvent> history(HelpDesk desk, String number) {
        return desk.history(desk.find(number).orElseThrow().ticket().id(), 0, Page.MAX_LIMIT);
    }

    @Test
    void what_is_sent_twice_is_read_once(@TempDir Path journal) {
        Stage stage = new Stage(new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        try (Broker broker = Broker.fresh(journal)) {
            EventQueue queue = new EventQueue(broker.connections());
            AtomicBoolean once = new AtomicBoolean(true);
            HelpDesk desk = stage.desk()
                    .listener("broker", (ticket, events) -> {
                        queue.told(ticket, events);
                        if (once.getAndSet(false)) {
                            throw new IllegalStateException("the node died before it could note that");
                        }
                    })
                    .build();
            Ticket ticket = desk.open(NewTicket.builder(Stage.KARI, "A question", "Can you help me?")
                    .build());
            assertThat(desk.runDue(100).failed()).isEqualTo(1);
            int first = (int) desk.find(ticket.id()).orElseThrow().ticket().version();
            desk.reply(ticket.id(), Stage.OLA, "Yes.");
            stage.time().runUntil(desk, stage.time().instant().plus(Duration.ofMinutes(5)));
            int all = (int) desk.find(ticket.id()).orElseThrow().ticket().version();

            EventReader reader = new EventReader(broker.connections());
            List<String> read = reader.read(all);
            assertThat(read).hasSize(all).doesNotHaveDuplicates();
            assertThat(reader.repeated()).isEqualTo(first);
        }
    }
}
