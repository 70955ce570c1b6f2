package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.jdbc.FaultProxy.Direction;
import dev.svar.jdbc.FaultProxy.Ending;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The proxy does to connections what it says, and nothing else. */
final class FaultProxyTest {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int SHORT_MILLIS = 100;

    private ServerSocket listening;
    private FaultProxy proxy;

    @BeforeEach
    void start() throws IOException {
        listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        proxy = FaultProxy.to(listening.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        listening.close();
    }

    /** A connection through the proxy, seen from both its ends. */
    private record Line(Socket client, Socket server) {
        void ask(String text) throws IOException {
            client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }

        void answer(String text) throws IOException {
            server.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }

        String asked(int length) throws IOException {
            return read(server, length);
        }

        String answered(int length) throws IOException {
            return read(client, length);
        }

        private static String read(Socket socket, int length) throws IOException {
            return new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
        }
    }

    private Line connect() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        Socket server = listening.accept();
        client.setSoTimeout(PATIENCE_MILLIS);
        server.setSoTimeout(PATIENCE_MILLIS);
        return new Line(client, server);
    }

    @Test
    void it_passes_everything_on_in_both_directions() throws IOException {
        Line line = connect();
        line.ask("question");
        assertThat(line.asked(8)).isEqualTo("question");
        line.answer("answer");
        assertThat(line.answered(6)).isEqualTo("answer");
        assertThat(proxy.passed(Direction.TO_SERVER)).isEqualTo(8);
        assertThat(proxy.passed(Direction.TO_CLIENT)).isEqualTo(6);
        assertThat(proxy.hasCut()).isFalse();
    }

    @Test
    void it_ends_one_side_when_the_other_ends() throws IOException {
        Line line = connect();
        line.client().close();
        assertThat(line.server().getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void it_cuts_after_as_many_bytes_as_asked_and_once() throws IOException {
        Line line = connect();
        line.ask("ab");
        assertThat(line.asked(2)).isEqualTo("ab");
        proxy.cutAfter(Direction.TO_SERVER, 3, Ending.CLOSED);
        line.answer("not counted");
        assertThat(line.answered(11)).isEqualTo("not counted");
        line.ask("question");
        assertThat(line.asked(100)).isEqualTo("que");
        assertThat(line.answered(1)).isEmpty();
        assertThat(proxy.hasCut()).isTrue();
        assertThat(proxy.passed(Direction.TO_SERVER)).isEqualTo(3);

        Line next = connect();
        next.ask("question");
        assertThat(next.asked(8)).isEqualTo("question");
    }

    @Test
    void it_cuts_as_soon_as_the_last_byte_has_passed() throws IOException {
        Line line = connect();
        proxy.cutAfter(Direction.TO_CLIENT, 6, Ending.CLOSED);
        line.answer("answer");
        assertThat(line.answered(100)).isEqualTo("answer");
        assertThat(proxy.hasCut()).isTrue();
    }

    @Test
    void it_cuts_before_the_first_byte() throws IOException {
        Line line = connect();
        proxy.cutAfter(Direction.TO_SERVER, 0, Ending.CLOSED);
        line.ask("question");
        assertThat(line.asked(100)).isEmpty();
        assertThat(proxy.passed(Direction.TO_SERVER)).isZero();
    }

    /** Some systems tell of the end first and of the reset never, if both are looked for at the same instant. */
    @Test
    void it_resets_connections_if_asked_to_and_closes_them_if_not() throws IOException {
        Map<Ending, Integer> resets = new EnumMap<>(Ending.class);
        for (int i = 0; i < 20; i++) {
            for (Ending ending : List.of(Ending.CLOSED, Ending.RESET)) {
                Line line = connect();
                proxy.cutAfter(Direction.TO_SERVER, 1, ending);
                line.ask("q");
                resets.merge(ending, isReset(line.client()) ? 1 : 0, Integer::sum);
            }
        }
        assertThat(resets.get(Ending.CLOSED)).isZero();
        assertThat(resets.get(Ending.RESET)).isGreaterThan(10);
    }

    /** Waits for the end of a connection on which nothing comes any more. */
    private static boolean isReset(Socket socket) throws IOException {
        try {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
            return false;
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (SocketException e) {
            return true;
        }
    }

    @Test
    void it_ends_all_connections_at_once() throws IOException {
        Line one = connect();
        Line two = connect();
        proxy.closeAll();
        assertThat(one.answered(1)).isEmpty();
        assertThat(two.asked(1)).isEmpty();
    }

    @Test
    void it_holds_back_as_long_as_asked() throws IOException {
        Line line = connect();
        proxy.delay(Duration.ofMillis(SHORT_MILLIS));
        long start = System.nanoTime();
        line.ask("question");
        assertThat(line.asked(8)).isEqualTo("question");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(SHORT_MILLIS));
    }

    @Test
    void it_swallows_what_passes_and_gives_it_out_when_it_is_healed() throws IOException {
        Line line = connect();
        proxy.swallow();
        line.ask("question");
        line.server().setSoTimeout(SHORT_MILLIS);
        assertThatThrownBy(() -> line.asked(1)).isInstanceOf(SocketTimeoutException.class);
        proxy.heal();
        line.server().setSoTimeout(PATIENCE_MILLIS);
        assertThat(line.asked(8)).isEqualTo("question");
    }

    @Test
    void it_becomes_silent_after_as_many_bytes_as_asked_and_loses_nothing() throws IOException {
        Line line = connect();
        proxy.cutAfter(Direction.TO_SERVER, 3, Ending.SILENT);
        line.ask("question");
        line.answer("answer");
        assertThat(line.asked(3)).isEqualTo("que");
        line.server().setSoTimeout(SHORT_MILLIS);
        assertThatThrownBy(() -> line.asked(1)).isInstanceOf(SocketTimeoutException.class);
        line.answer("!");
        proxy.heal();
        line.server().setSoTimeout(PATIENCE_MILLIS);
        assertThat(line.asked(5)).isEqualTo("stion");
        assertThat(line.answered(7)).isEqualTo("answer!");
    }

    @Test
    void a_new_connection_into_the_black_hole_is_made_and_stays_silent() throws IOException {
        proxy.swallow();
        Line line = connect();
        line.answer("answer");
        line.client().setSoTimeout(SHORT_MILLIS);
        assertThatThrownBy(() -> line.answered(1)).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void it_resets_clients_when_nobody_listens_behind_it() throws IOException {
        listening.close();
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            client.setSoTimeout(PATIENCE_MILLIS);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void it_ends_everything_when_it_is_closed_also_what_it_holds_back() throws IOException {
        Line line = connect();
        proxy.swallow();
        line.ask("question");
        proxy.close();
        assertThatCode(() -> isReset(line.client())).doesNotThrowAnyException();
        assertThatCode(() -> isReset(line.server())).doesNotThrowAnyException();
    }
}
