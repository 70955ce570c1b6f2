package dev.svar.examples;

import dev.svar.contact.Channel;
import dev.svar.message.OutboundMessage;
import dev.svar.message.SendOutcome;
import dev.svar.message.Transport;
import java.util.ArrayList;
import java.util.List;

/** A transport that counts and remembers what another one sends. */
final class Outbox implements Transport {
    /** How many mails are remembered; more are only counted, so that a long run does not fill the memory. */
    private static final int REMEMBERED = 200;

    private final Transport transport;
    private final List<OutboundMessage> sent = new ArrayList<>();
    private int accepted;
    private int notAccepted;

    Outbox(Transport transport) {
        this.transport = transport;
    }

    @Override
    public Channel channel() {
        return transport.channel();
    }

    @Override
    public synchronized SendOutcome send(OutboundMessage message) {
        SendOutcome outcome = transport.send(message);
        if (outcome instanceof SendOutcome.Accepted) {
            accepted++;
            if (sent.size() < REMEMBERED) {
                sent.add(message);
            }
        } else {
            notAccepted++;
        }
        return outcome;
    }

    synchronized int accepted() {
        return accepted;
    }

    synchronized int notAccepted() {
        return notAccepted;
    }

    synchronized List<OutboundMessage> sent() {
        return List.copyOf(sent);
    }
}
