package dev.svar.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.error.InvalidValueException;
import dev.svar.memory.MemoryStore;
import dev.svar.testkit.ManualTime;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A desk in memory whose events go to a real server. */
final class WebhookListenerTest {
    private static final AgentId LARS = new AgentId("lars");

    private final ManualTime time = ManualTime.at("2026-12-01T09:00:00Z");
    private final MemoryStore store = new MemoryStore();
    private final MockWebServer server = new MockWebServer();
    private final HttpConnections connections = Local.allowed().build();
    private final WebhookSignature signature = WebhookSignature.with(WebhookSecret.of(new byte[32]));

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        connections.close();
        server.close();
    }

    private WebhookListener.Builder listener() {
        return WebhookListener.builder("crm", Local.url(server, "/hook?key=secret"), signature, connections, time);
    }

    private HelpDesk desk(UnaryOperator<WebhookListener.Builder> with) {
        return HelpDesk.builder(store)
                .time(time)
                .listener("crm", with.apply(listener()).build())
                .build();
    }

    private static Ticket opened(HelpDesk desk) {
        return desk.open(NewTicket.builder(Address.mail("kari@kunde.example"), "Betaling", "Hjelp med kortet")
                .build());
    }

    private void answer(int... codes) {
        for (int code : codes) {
            server.enqueue(new MockResponse.Builder().code(code).build());
        }
    }

    private List<RecordedRequest> requests() throws InterruptedException {
        List<RecordedRequest> requests = new ArrayList<>();
        while (requests.size() < server.getRequestCount()) {
            requests.add(server.takeRequest());
        }
        return requests;
    }

    private static List<String> types(List<RecordedRequest> requests) {
        return requests.stream().map(r -> Requests.json(r).get("type").asText()).toList();
    }

    @Test
    void every_event_is_sent_in_order_and_signed() throws InterruptedException {
        HelpDesk desk = desk(b -> b);
        Ticket ticket = opened(desk);
        desk.reply(ticket.id(), LARS, "Prøv igjen");
        desk.note(ticket.id(), LARS, "hemmelig");
        int events = desk.history(ticket.id(), 0, 100).size();
        for (int i = 0; i < events; i++) {
            answer(204);
        }
        desk.runDue(100);

        List<RecordedRequest> requests = requests();
        assertThat(requests).hasSize(events);
        assertThat(types(requests))
                .startsWith("ticket.opened", "ticket.customer_wrote")
                .contains("ticket.replied", "ticket.noted");
        for (int i = 0; i < events; i++) {
            RecordedRequest request = requests.get(i);
            JsonNode json = Requests.json(request);
            WebhookHeaders headers =
                    WebhookHeaders.read(request.getHeaders().toMultimap()).orElseThrow();
            assertThat(headers.id()).isEqualTo("crm_" + ticket.id() + "_" + (i + 1));
            assertThat(signature.verify(headers, request.getBody().toByteArray(), time.instant()))
                    .isEqualTo(WebhookCheck.GENUINE);
            assertThat(json.at("/data/sequence").asInt()).isEqualTo(i + 1);
            assertThat(json.at("/data/ticket/number").asText()).isEqualTo("SUP-1");
            assertThat(json.toString()).doesNotContain("hemmelig", "Prøv igjen", "Hjelp med kortet");
        }
    }

    @Test
    void what_was_not_taken_comes_again_under_its_id_before_what_follows() throws InterruptedException {
        HelpDesk desk = desk(b -> b.types("ticket.opened", "ticket.customer_wrote"));
        opened(desk);
        answer(200, 500, 200);

        assertThat(desk.runDue(100).failed()).isEqualTo(1);
        time.runUntil(desk, time.instant().plus(Duration.ofMinutes(5)));

        List<RecordedRequest> requests = requests();
        assertThat(types(requests)).containsExactly("ticket.opened", "ticket.customer_wrote", "ticket.customer_wrote");
        assertThat(requests.get(1).getBody()).isEqualTo(requests.get(2).getBody());
        assertThat(requests.get(1).getHeaders().get("webhook-id"))
                .isEqualTo(requests.get(2).getHeaders().get("webhook-id"));
    }

    @Test
    void what_is_refused_again_and_again_is_dead_until_it_is_replayed() throws InterruptedException {
        HelpDesk desk = desk(b -> b.types("ticket.opened"));
        opened(desk);
        for (int i = 0; i < 12; i++) {
            answer(404);
        }
        time.runUntil(desk, time.instant().plus(Duration.ofDays(3)));

        assertThat(desk.deadWork(Optional.empty(), 10)).hasSize(1);
        assertThat(desk.deadWork(Optional.empty(), 10).toString()).doesNotContain("secret");
        answer(200);
        desk.replay(desk.deadWork(Optional.empty(), 10).get(0).work().key());
        desk.runDue(100);
        assertThat(requests()).hasSize(13);
    }

    @Test
    void gone_disables_the_endpoint() throws InterruptedException {
        WebhookState state = WebhookState.inMemory();
        HelpDesk desk = desk(b -> b.state(state));
        Ticket ticket = opened(desk);
        answer(410);

        assertThat(desk.runDue(100).failed()).isZero();
        desk.reply(ticket.id(), LARS, "Hei");
        assertThat(desk.runDue(100).failed()).isZero();

        assertThat(state.isDisabled("crm")).isTrue();
        assertThat(requests()).hasSize(1);
    }

    @Test
    void nothing_is_sent_before_the_time_that_the_endpoint_named() throws InterruptedException {
        HelpDesk desk = desk(b -> b.types("ticket.opened"));
        opened(desk);
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "600")
                .build());
        desk.runDue(100);
        opened(desk);
        assertThat(desk.runDue(100).failed()).isZero();
        time.runUntil(desk, time.instant().plus(Duration.ofSeconds(599)));
        assertThat(requests()).hasSize(1);

        answer(200, 200);
        time.runUntil(desk, time.instant().plus(Duration.ofHours(1)));
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void an_endpoint_that_wants_a_long_pause_gets_everything_afterwards() throws InterruptedException {
        HelpDesk desk = desk(b -> b.types("ticket.opened"));
        opened(desk);
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", "86400")
                .build());
        desk.runDue(100);
        opened(desk);
        answer(200, 200);
        time.runUntil(desk, time.instant().plus(Duration.ofDays(3)));

        assertThat(desk.deadWork(Optional.empty(), 10)).isEmpty();
        assertThat(requests()).hasSize(3);
    }

    @Test
    void texts_are_sent_if_they_are_asked_for_and_those_of_notes_only_then() throws InterruptedException {
        HelpDesk desk = HelpDesk.builder(store)
                .time(time)
                .listener(
                        "crm",
                        listener()
                                .types("ticket.replied", "ticket.noted")
                                .texts(store)
                                .build())
                .listener(
                        "own",
                        listener().types("ticket.noted").texts(store).notes().build())
                .build();
        Ticket ticket = opened(desk);
        desk.reply(ticket.id(), LARS, "Prøv igjen");
        desk.note(ticket.id(), LARS, "hemmelig");
        answer(200, 200, 200);
        desk.runDue(100);

        Set<String> texts = new LinkedHashSet<>();
        for (RecordedRequest request : requests()) {
            JsonNode json = Requests.json(request);
            texts.add(json.get("type").asText() + " "
                    + json.at("/data/event/text").asText("-"));
        }
        assertThat(texts)
                .containsExactlyInAnyOrder("ticket.replied Prøv igjen", "ticket.noted -", "ticket.noted hemmelig");
    }

    @Test
    void every_kind_of_event_has_a_shape_and_every_type_one_name() {
        Set<Class<?>> shaped = new LinkedHashSet<>();
        EventShapes.ALL.forEach(shape -> shaped.add(shape.event()));

        assertThat(shaped).containsExactlyInAnyOrder(TicketEvent.class.getPermittedSubclasses());
        assertThat(WebhookListener.eventTypes()).doesNotHaveDuplicates();
    }

    @Test
    void what_is_wrong_with_the_settings_is_said_without_the_url() {
        assertThatThrownBy(() -> listener().types("ticket.eaten"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("ticket.opened");
        assertThat(listener().build().toString()).doesNotContain("secret").contains("crm");
    }
}
