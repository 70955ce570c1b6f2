package dev.svar.testkit;

import dev.svar.contact.Channel;
import dev.svar.message.OutboundMessage;
import dev.svar.message.SendOutcome;
import dev.svar.message.Transport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A transport that keeps what it is given. It accepts everything unless outcomes were lined up. Safe for use by several
 * threads.
 */
public final class RecordingTransport implements Transport {
    private final Channel channel;
    private final List<OutboundMessage> offered = new ArrayList<>();
    private final Deque<SendOutcome> outcomes = new ArrayDeque<>();

    private RecordingTransport(Channel channel) {
        this.channel = channel;
    }

    /** {@return a transport for mail} */
    public static RecordingTransport mail() {
        return new RecordingTransport(Channel.MAIL);
    }

    /**
     * Lines up an answer; each is given once, in order, and after them everything is accepted again.
     *
     * @param outcome what the next message is answered with
     * @return this
     */
    public synchronized RecordingTransport answer(SendOutcome outcome) {
        outcomes.add(outcome);
        return this;
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public synchronized SendOutcome send(OutboundMessage message) {
        offered.add(message);
        SendOutcome next = outcomes.poll();
        return next == null ? new SendOutcome.Accepted("recorded") : next;
    }

    /** {@return every message that was offered, in order, whatever the answer was} */
    public synchronized List<OutboundMessage> offered() {
        return List.copyOf(offered);
    }
}
