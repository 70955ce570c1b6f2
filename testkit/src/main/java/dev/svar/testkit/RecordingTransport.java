package dev.svar.testkit;

import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.error.Check;
import dev.svar.message.OutboundMessage;
import dev.svar.message.SendOutcome;
import dev.svar.message.Transport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A transport and the peer behind it, which keeps what it is given. It accepts everything unless a failure was asked for:
 * first what was asked for the recipient's address counts, then what was lined up for the next messages. Safe for use by
 * several threads.
 */
public final class RecordingTransport implements Transport {
    private static final Failure.Turn ACCEPTED = new Failure.Turn(true, () -> new SendOutcome.Accepted("recorded"));

    private final Channel channel;
    private final List<Offer> offers = new ArrayList<>();
    private final Deque<LinedUp> linedUp = new ArrayDeque<>();
    private final Map<Address, Failure> failing = new HashMap<>();

    private RecordingTransport(Channel channel) {
        this.channel = channel;
    }

    /** {@return a transport for mail} */
    public static RecordingTransport mail() {
        return on(Channel.MAIL);
    }

    /**
     * A transport for any channel.
     *
     * @param channel the channel that it serves
     * @return the transport
     */
    public static RecordingTransport on(Channel channel) {
        return new RecordingTransport(channel);
    }

    /**
     * Lines up an answer; each is given once, in order, and after them everything is accepted again. The message counts as
     * accepted if the answer is {@link SendOutcome.Accepted} only.
     *
     * @param outcome what the next message is answered with
     * @return this
     */
    public synchronized RecordingTransport answer(SendOutcome outcome) {
        linedUp.add(new LinedUp(new Failure.Turn(outcome instanceof SendOutcome.Accepted, () -> outcome), 1));
        return this;
    }

    /**
     * Lines up a failure for the next messages, behind what is lined up already.
     *
     * @param messages for how many, from 1
     * @param failure what goes wrong with each of them
     * @return this
     */
    public synchronized RecordingTransport failNext(int messages, Failure failure) {
        linedUp.add(new LinedUp(failure.turn(), (int) Check.range("messages", messages, 1, Integer.MAX_VALUE)));
        return this;
    }

    /**
     * Lets every message to an address fail until {@link #recover(Address)} or {@link #recover()}. Such a message uses up
     * nothing of what is lined up.
     *
     * @param address the recipient
     * @param failure what goes wrong, in place of what went wrong there before
     * @return this
     */
    public synchronized RecordingTransport failTo(Address address, Failure failure) {
        failing.put(address, failure);
        return this;
    }

    /**
     * Ends what {@link #failTo} began.
     *
     * @param address the recipient
     * @return this
     */
    public synchronized RecordingTransport recover(Address address) {
        failing.remove(address);
        return this;
    }

    /**
     * Accepts everything from now on: ends all failures and forgets what is lined up.
     *
     * @return this
     */
    public synchronized RecordingTransport recover() {
        failing.clear();
        linedUp.clear();
        return this;
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public synchronized SendOutcome send(OutboundMessage message) {
        Failure.Turn turn = turn(message.to());
        offers.add(new Offer(message, turn.taken()));
        return turn.answer().get();
    }

    /** {@return every message that was offered, in order, whatever the answer was} */
    public synchronized List<OutboundMessage> offered() {
        return offers.stream().map(Offer::message).toList();
    }

    /** {@return every message that reached the peer, in order, whatever the desk was told} */
    public synchronized List<OutboundMessage> accepted() {
        return messages(true);
    }

    /** Every message that was offered and did not reach the peer. */
    synchronized List<OutboundMessage> lost() {
        return messages(false);
    }

    private List<OutboundMessage> messages(boolean taken) {
        return offers.stream()
                .filter(offer -> offer.taken() == taken)
                .map(Offer::message)
                .toList();
    }

    private Failure.Turn turn(Address to) {
        Failure own = failing.get(to);
        if (own != null) {
            return own.turn();
        }
        LinedUp next = linedUp.poll();
        if (next == null) {
            return ACCEPTED;
        }
        if (next.left() > 1) {
            linedUp.push(new LinedUp(next.turn(), next.left() - 1));
        }
        return next.turn();
    }

    private record Offer(OutboundMessage message, boolean taken) {}

    private record LinedUp(Failure.Turn turn, int left) {}
}
