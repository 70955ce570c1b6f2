package dev.svar.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import dev.svar.message.Pause;
import dev.svar.message.SendOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSink;
import okio.Okio;
import okio.Sink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens on real sockets and what it is taken for. */
final class ClassificationTest {
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    private final MockWebServer server = new MockWebServer();
    private final HttpConnections connections = Local.allowed().build();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        connections.close();
        server.close();
    }

    private HttpVerdict once(MockResponse.Builder answer, HttpVerdict.Peer peer, byte[] body) {
        server.enqueue(answer.build());
        Endpoint endpoint = connections.endpoint("url", Local.url(server, "/secret"));
        HttpVerdict verdict =
                HttpVerdict.of(connections.once(HttpPost.json(endpoint, body).readingTheAnswer()), peer);
        assertThat(verdict.reason()).doesNotContain("secret");
        return verdict;
    }

    private HttpVerdict once(MockResponse.Builder answer, HttpVerdict.Peer peer) {
        return once(answer, peer, BODY);
    }

    @ParameterizedTest
    @CsvSource({
        "200, TAKEN, TAKEN, TAKEN",
        "202, TAKEN, TAKEN, TAKEN",
        "301, PERMANENT, PERMANENT, PERMANENT",
        "307, PERMANENT, PERMANENT, PERMANENT",
        "400, PERMANENT, PERMANENT, PERMANENT",
        "401, TEMPORARY, TEMPORARY, TEMPORARY",
        "403, PERMANENT, PERMANENT, PERMANENT",
        "404, PERMANENT, PERMANENT, PERMANENT",
        "408, TEMPORARY, TEMPORARY, TEMPORARY",
        "421, PERMANENT, PERMANENT, PERMANENT",
        "425, TEMPORARY, TEMPORARY, TEMPORARY",
        "429, TEMPORARY, TEMPORARY, TEMPORARY",
        "500, TEMPORARY, TEMPORARY, UNCERTAIN",
        "502, TEMPORARY, TEMPORARY, UNCERTAIN",
        "503, TEMPORARY, TEMPORARY, TEMPORARY",
        "504, TEMPORARY, TEMPORARY, UNCERTAIN"
    })
    void a_status_means_what_it_says_and_is_asked_for_once(
            int status, HttpVerdict.Kind dropping, HttpVerdict.Kind before, HttpVerdict.Kind after) {
        assertThat(once(new MockResponse.Builder().code(status), HttpVerdict.Peer.DROPS_REPETITIONS)
                        .kind())
                .isEqualTo(dropping);
        assertThat(once(new MockResponse.Builder().code(status), HttpVerdict.Peer.FAILS_BEFORE_TAKING)
                        .kind())
                .isEqualTo(before);
        assertThat(once(new MockResponse.Builder().code(status), HttpVerdict.Peer.MAY_FAIL_AFTER_TAKING)
                        .kind())
                .isEqualTo(after);
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void nothing_is_repeated_at_once_even_if_the_server_asks_for_it() {
        HttpVerdict verdict = once(
                new MockResponse.Builder().code(503).addHeader("Retry-After", "0"), HttpVerdict.Peer.DROPS_REPETITIONS);

        assertThat(verdict.kind()).isEqualTo(HttpVerdict.Kind.TEMPORARY);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void a_redirect_is_not_followed() {
        once(
                new MockResponse.Builder().code(307).addHeader("Location", Local.url(server, "/elsewhere")),
                HttpVerdict.Peer.DROPS_REPETITIONS);

        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void retry_after_is_read_as_seconds_and_as_a_date_and_is_bounded() {
        Instant now = Instant.parse("2026-12-01T09:00:00Z");

        assertThat(RetryAfter.read("120").orElseThrow().at(now)).isEqualTo(now.plusSeconds(120));
        assertThat(RetryAfter.read("Tue, 01 Dec 2026 09:05:00 GMT")
                        .orElseThrow()
                        .at(now))
                .isEqualTo(now.plusSeconds(300));
        assertThat(RetryAfter.read("Tue, 01 Dec 2020 09:05:00 GMT")
                        .orElseThrow()
                        .at(now))
                .isEqualTo(now);
        assertThat(RetryAfter.read("999999999999").orElseThrow().at(now)).isEqualTo(now.plus(RetryAfter.LONGEST));
        assertThat(RetryAfter.read("soon")).isEmpty();
        assertThat(once(
                                new MockResponse.Builder().code(429).addHeader("Retry-After", "7"),
                                HttpVerdict.Peer.FAILS_BEFORE_TAKING)
                        .reason())
                .isEqualTo("HTTP 429, to be tried again after 7 s");
    }

    @Test
    void a_connection_that_ends_while_the_request_goes_is_temporary() {
        HttpConnections large = Local.allowed()
                .maxRequestBytes(HttpConnections.MAX_REQUEST_BYTES)
                .build();
        server.enqueue(new MockResponse.Builder()
                .onRequestBody(new SocketEffect.CloseSocket())
                .build());
        Endpoint endpoint = large.endpoint("url", Local.url(server, "/secret"));
        HttpResult result = large.once(HttpPost.json(endpoint, new byte[HttpConnections.MAX_REQUEST_BYTES]));

        assertThat(result).isInstanceOf(HttpResult.NotSent.class);
        HttpVerdict verdict = HttpVerdict.of(result, HttpVerdict.Peer.MAY_FAIL_AFTER_TAKING);
        assertThat(verdict.kind()).isEqualTo(HttpVerdict.Kind.TEMPORARY);
        assertThat(verdict.outcomeOfOnlyPeer("")).isInstanceOf(SendOutcome.Deferred.class);
    }

    @ParameterizedTest
    @CsvSource({"DROPS_REPETITIONS, TEMPORARY", "FAILS_BEFORE_TAKING, UNCERTAIN", "MAY_FAIL_AFTER_TAKING, UNCERTAIN"})
    void what_had_gone_and_got_no_answer_is_uncertain_unless_it_can_be_repeated(
            HttpVerdict.Peer peer, HttpVerdict.Kind kind) {
        assertThat(once(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()), peer)
                        .kind())
                .isEqualTo(kind);
        assertThat(once(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE), peer)
                        .kind())
                .isEqualTo(kind);
        assertThat(once(new MockResponse.Builder().headersDelay(3, TimeUnit.SECONDS), peer)
                        .kind())
                .isEqualTo(kind);
        assertThat(once(new MockResponse.Builder().status("nonsense"), peer).kind())
                .isEqualTo(kind);
    }

    @Test
    void an_answer_that_is_none_is_not_repeated() {
        // What just sends back what comes, so its answer begins with the secret path.
        HttpVerdict verdict = once(
                new MockResponse.Builder().status("POST /secret HTTP/1.1"), HttpVerdict.Peer.MAY_FAIL_AFTER_TAKING);

        assertThat(verdict.kind()).isEqualTo(HttpVerdict.Kind.UNCERTAIN);
        assertThat(verdict.reason()).isEqualTo("sent, but no answer: ProtocolException: it is not readable");
    }

    @Test
    void what_failed_with_its_last_byte_may_be_taken() {
        int size = 64 * 1024;
        RequestProgress progress = new RequestProgress();
        Endpoint endpoint = connections.endpoint("url", Local.url(server, "/"));
        RequestBody body = Objects.requireNonNull(
                HttpPost.json(endpoint, new byte[size]).request(progress).body());
        BufferedSink socket = Okio.buffer(failingAfter(size));

        assertThatThrownBy(() -> body.writeTo(socket)).isInstanceOf(IOException.class);
        assertThat(progress.mayBeTaken()).isTrue();
    }

    @Test
    void what_failed_before_its_last_byte_is_not_taken() {
        RequestProgress progress = new RequestProgress();
        Endpoint endpoint = connections.endpoint("url", Local.url(server, "/"));
        RequestBody body = Objects.requireNonNull(
                HttpPost.json(endpoint, new byte[64 * 1024]).request(progress).body());
        BufferedSink socket = Okio.buffer(failingAfter(8 * 1024));

        assertThatThrownBy(() -> body.writeTo(socket)).isInstanceOf(IOException.class);
        assertThat(progress.mayBeTaken()).isFalse();
    }

    /** A connection that is found to have ended when so many bytes have gone. */
    private static Sink failingAfter(int bytes) {
        return new ForwardingSink(Okio.blackhole()) {
            private long gone;

            @Override
            public void write(Buffer source, long count) throws IOException {
                super.write(source, count);
                gone += count;
                if (gone >= bytes) {
                    throw new IOException("too late");
                }
            }
        };
    }

    @Test
    void what_was_said_to_be_taken_is_taken_however_its_body_comes() {
        HttpVerdict.Peer peer = HttpVerdict.Peer.MAY_FAIL_AFTER_TAKING;

        assertThat(once(new MockResponse.Builder().body("{malformed"), peer).kind())
                .isEqualTo(HttpVerdict.Kind.TAKEN);
        assertThat(once(new MockResponse.Builder().body("x".repeat(100_000)), peer)
                        .kind())
                .isEqualTo(HttpVerdict.Kind.TAKEN);
        assertThat(once(
                                new MockResponse.Builder()
                                        .body("x".repeat(10_000))
                                        .throttleBody(10, 100, TimeUnit.MILLISECONDS),
                                peer)
                        .kind())
                .isEqualTo(HttpVerdict.Kind.TAKEN);
    }

    @Test
    void nobody_there_is_temporary() {
        Endpoint endpoint = connections.endpoint("url", Local.url(server, "/"));
        server.close();

        HttpVerdict verdict =
                HttpVerdict.of(connections.once(HttpPost.json(endpoint, BODY)), HttpVerdict.Peer.MAY_FAIL_AFTER_TAKING);
        assertThat(verdict.kind()).isEqualTo(HttpVerdict.Kind.TEMPORARY);
        assertThat(verdict.outcomeOfOnlyPeer("")).isInstanceOf(SendOutcome.Unavailable.class);
        assertThat(verdict.outcome("")).isInstanceOf(SendOutcome.Deferred.class);
    }

    @Test
    void who_is_not_let_in_is_told_of_as_unavailable() {
        assertThat(once(new MockResponse.Builder().code(401), HttpVerdict.Peer.MAY_FAIL_AFTER_TAKING)
                        .outcomeOfOnlyPeer(""))
                .isEqualTo(new SendOutcome.Unavailable("401", "HTTP 401"));
    }

    @Test
    void a_pause_is_passed_on_and_too_much_is_told_apart() {
        HttpVerdict busy = once(
                new MockResponse.Builder().code(503).addHeader("Retry-After", "120"),
                HttpVerdict.Peer.MAY_FAIL_AFTER_TAKING);
        HttpVerdict tooMany = once(
                new MockResponse.Builder().code(429).addHeader("Retry-After", "Tue, 01 Dec 2026 09:05:00 GMT"),
                HttpVerdict.Peer.MAY_FAIL_AFTER_TAKING);

        assertThat(busy.outcome(""))
                .isEqualTo(new SendOutcome.Deferred(
                        "503", busy.reason(), Optional.of(new Pause.Lasting(Duration.ofMinutes(2))), false));
        assertThat(tooMany.saying("20429").outcomeOfOnlyPeer(""))
                .isEqualTo(new SendOutcome.Deferred(
                        "20429",
                        tooMany.reason() + ", code 20429",
                        Optional.of(new Pause.Until(Instant.parse("2026-12-01T09:05:00Z"))),
                        true));
    }

    @Test
    void what_is_too_large_is_not_sent() {
        HttpVerdict verdict =
                once(new MockResponse.Builder(), HttpVerdict.Peer.DROPS_REPETITIONS, new byte[256 * 1024 + 1]);

        assertThat(verdict.kind()).isEqualTo(HttpVerdict.Kind.PERMANENT);
        assertThat(verdict.reason()).contains("262145", "262144");
        assertThat(server.getRequestCount()).isZero();
    }

    // Where to

    @Test
    void a_name_that_leads_to_this_machine_is_not_connected_to() {
        HttpConnections guarded = HttpConnections.builder().allowHttp().build();
        Endpoint endpoint = guarded.endpoint("url", URI.create("http://localhost:" + server.getPort() + "/"));

        assertThat(guarded.once(HttpPost.json(endpoint, BODY))).isInstanceOf(HttpResult.NotSent.class);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void a_name_that_leads_elsewhere_later_gets_around_nothing() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        InetAddress allowed = InetAddress.getByName("127.0.0.1");
        InetAddress forbidden = InetAddress.getByName("127.0.0.2");
        HttpConnections guarded = HttpConnections.builder()
                .allowHttp()
                .allowAddresses(allowed::equals)
                .names(name -> List.of(asked.getAndIncrement() == 0 ? allowed : forbidden))
                .build();
        server.enqueue(new MockResponse.Builder().build());
        server.enqueue(new MockResponse.Builder().build());
        Endpoint endpoint = guarded.endpoint("url", URI.create("http://rebound.example:" + server.getPort() + "/"));

        assertThat(guarded.once(HttpPost.json(endpoint, BODY))).isInstanceOf(HttpResult.Answered.class);
        assertThat(guarded.once(HttpPost.json(endpoint, BODY))).isInstanceOf(HttpResult.NotSent.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/secret",
                "https://[::1]/secret",
                "https://[::ffff:10.0.0.1]/secret",
                "https://169.254.169.254/secret",
                "http://example.com/secret",
                "https://user:secret@example.com/",
                "ftp://example.com/secret",
                "/secret"
            })
    void a_url_that_is_not_allowed_is_refused_without_being_repeated(String url) {
        HttpConnections guarded = HttpConnections.builder().build();

        assertThatThrownBy(() -> guarded.endpoint("hook.url", URI.create(url)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("hook.url")
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_time_limit_is_within_bounds() {
        assertThatThrownBy(() -> HttpConnections.builder().callTimeout(Duration.ofHours(1)))
                .hasMessage("http.callTimeout is PT1H, it must be from PT0.001S to PT5M");
    }
}
