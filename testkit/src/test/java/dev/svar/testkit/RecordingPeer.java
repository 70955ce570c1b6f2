package dev.svar.testkit;

import dev.svar.contact.Address;
import dev.svar.message.OutboundMessage;
import dev.svar.message.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A recording transport is its own peer. */
class RecordingPeer implements TransportFixture {
    private static final int EVERY = Integer.MAX_VALUE;

    private final RecordingTransport transport;
    private final Address recipient;

    RecordingPeer(Address recipient) {
        this.transport = RecordingTransport.on(recipient.channel());
        this.recipient = recipient;
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
        return true;
    }

    @Override
    public boolean carriesMessageId() {
        return true;
    }

    @Override
    public Duration longestSend() {
        return Duration.ofSeconds(20);
    }

    @Override
    public void accept() {
        transport.recover();
    }

    @Override
    public void refuseForNow() {
        transport.recover().failNext(EVERY, Failure.temporary());
    }

    @Override
    public void refuseForGood() {
        transport.recover().failNext(EVERY, Failure.permanent());
    }

    @Override
    public void vanish() {
        transport.recover().failNext(EVERY, Failure.temporary("", "no connection"));
    }

    @Override
    public void dieAfterAccepting() {
        transport.recover().failNext(EVERY, Failure.timeoutAfterAcceptance());
    }

    @Override
    public void fallSilentAfterAccepting() {
        dieAfterAccepting();
    }

    @Override
    public int offers() {
        return transport.offered().size();
    }

    @Override
    public List<Arrived> arrived() {
        return transport.accepted().stream().map(this::arrived).toList();
    }

    Arrived arrived(OutboundMessage message) {
        return Arrived.whole(message);
    }

    @Override
    public void close() {
        transport.recover();
    }

    /** On a channel that has neither subjects nor Message-IDs. */
    static final class TextOnly extends RecordingPeer {
        TextOnly(Address recipient) {
            super(recipient);
        }

        @Override
        public boolean carriesSubject() {
            return false;
        }

        @Override
        public boolean carriesMessageId() {
            return false;
        }

        @Override
        Arrived arrived(OutboundMessage message) {
            return new Arrived(Optional.empty(), message.to(), Optional.empty(), message.text());
        }
    }
}
