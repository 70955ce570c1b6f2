package dev.svar.http;

import dev.svar.contact.Address;
import dev.svar.message.Transport;
import dev.svar.testkit.TransportFixture;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** A server that behaves as it is told, and a transport to it. */
final class HttpPeer implements TransportFixture {
    private enum Behavior {
        ACCEPT,
        REFUSE_FOR_NOW,
        REFUSE_FOR_GOOD,
        VANISH,
        DIE,
        FALL_SILENT
    }

    private final MockWebServer server = new MockWebServer();
    private final HttpConnections connections = Local.allowed()
            .readTimeout(Duration.ofSeconds(2))
            .callTimeout(Duration.ofSeconds(20))
            .names(this::address)
            .build();
    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
    private final AtomicInteger offers = new AtomicInteger();
    private final Address recipient;
    private final boolean subject;
    private final boolean messageId;
    private final Function<RecordedRequest, Arrived> reader;
    private final Transport transport;
    private volatile Behavior behavior = Behavior.ACCEPT;

    HttpPeer(
            Address recipient,
            boolean subject,
            boolean messageId,
            BiFunction<URI, HttpConnections, Transport> transport,
            Function<RecordedRequest, Arrived> reader) {
        this.recipient = recipient;
        this.subject = subject;
        this.messageId = messageId;
        this.reader = reader;
        server.setDispatcher(new Answers());
        try {
            server.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        this.transport = transport.apply(URI.create("http://peer.example:" + server.getPort()), connections);
    }

    /** Nobody who has vanished can be found. */
    private List<InetAddress> address(String name) throws UnknownHostException {
        if (behavior == Behavior.VANISH) {
            throw new UnknownHostException(name);
        }
        return List.of(InetAddress.getLoopbackAddress());
    }

    private final class Answers extends Dispatcher {
        @Override
        public MockResponse dispatch(RecordedRequest request) {
            offers.incrementAndGet();
            MockResponse.Builder answer = new MockResponse.Builder();
            switch (behavior) {
                case REFUSE_FOR_NOW -> answer.code(503);
                case REFUSE_FOR_GOOD -> answer.code(400).body("{\"code\":21211,\"message\":\"hemmelig-tekst\"}");
                case DIE -> answer.onResponseStart(new SocketEffect.CloseSocket());
                case FALL_SILENT -> answer.onResponseStart(SocketEffect.Stall.INSTANCE);
                default -> answer.code(201).body("{\"sid\":\"SM1\",\"reference\":\"R1\"}");
            }
            boolean refused = behavior == Behavior.REFUSE_FOR_NOW || behavior == Behavior.REFUSE_FOR_GOOD;
            if (!refused) {
                arrived.add(reader.apply(request));
            }
            return answer.build();
        }
    }

    @Override
    public Transport openTransport() {
        return transport;
    }

    @Override
    public Address recipient() {
        return recipient;
    }

    @Override
    public boolean carriesSubject() {
        return subject;
    }

    @Override
    public boolean carriesMessageId() {
        return messageId;
    }

    @Override
    public Duration longestSend() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void accept() {
        behavior = Behavior.ACCEPT;
    }

    @Override
    public void refuseForNow() {
        behavior = Behavior.REFUSE_FOR_NOW;
    }

    @Override
    public void refuseForGood() {
        behavior = Behavior.REFUSE_FOR_GOOD;
    }

    @Override
    public void vanish() {
        behavior = Behavior.VANISH;
    }

    @Override
    public void dieAfterAccepting() {
        behavior = Behavior.DIE;
    }

    @Override
    public void fallSilentAfterAccepting() {
        behavior = Behavior.FALL_SILENT;
    }

    @Override
    public int offers() {
        return offers.get();
    }

    @Override
    public List<Arrived> arrived() {
        return List.copyOf(arrived);
    }

    @Override
    public void close() {
        connections.close();
        server.close();
    }
}
