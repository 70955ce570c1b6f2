package dev.svar.http;

import dev.svar.contact.Channel;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.message.OutboundMessage;
import dev.svar.message.SendOutcome;
import dev.svar.message.Transport;

/**
 * Sends the texts of messages as SMS, without their subjects, to recipients with a telephone number. Thread-safe.
 */
public final class SmsTransport implements Transport {
    /** How many segments a text may take when nothing else is said. */
    public static final int SEGMENTS = 10;

    private final SmsGateway gateway;
    private final int segments;
    private final boolean cutting;

    private SmsTransport(SmsGateway gateway, int segments, boolean cutting) {
        this.gateway = gateway;
        this.segments = segments;
        this.cutting = cutting;
    }

    /**
     * A transport that refuses texts of more than {@value #SEGMENTS} segments.
     *
     * @param gateway what hands them over
     * @return the transport
     */
    public static SmsTransport through(SmsGateway gateway) {
        return new SmsTransport(gateway, SEGMENTS, false);
    }

    /**
     * Refuses texts that are longer; their deliveries fail.
     *
     * @param most how many segments a text may take, from 1 to {@value SmsText#MAX_SEGMENTS}
     * @return such a transport
     * @throws InvalidValueException if it is out of bounds
     */
    public SmsTransport refusingBeyond(int most) {
        return new SmsTransport(gateway, (int) Check.range("sms.segments", most, 1, SmsText.MAX_SEGMENTS), false);
    }

    /**
     * Cuts texts that are longer.
     *
     * @param most how many segments a text may take, from 1 to {@value SmsText#MAX_SEGMENTS}
     * @return such a transport
     * @throws InvalidValueException if it is out of bounds
     */
    public SmsTransport cuttingAt(int most) {
        return new SmsTransport(gateway, (int) Check.range("sms.segments", most, 1, SmsText.MAX_SEGMENTS), true);
    }

    @Override
    public Channel channel() {
        return Channel.PHONE;
    }

    @Override
    public SendOutcome send(OutboundMessage message) {
        SmsText text;
        try {
            text = fitting(SmsText.of(message.text()));
        } catch (InvalidValueException e) {
            return new SendOutcome.Failed(e.field(), String.valueOf(e.getMessage()));
        }
        return gateway.send(message.messageId(), message.to(), text);
    }

    private SmsText fitting(SmsText text) {
        return cutting ? text.cutTo(segments) : text.atMost(segments);
    }

    /** {@return what it sends through} */
    @Override
    public String toString() {
        return "SMS through " + gateway;
    }
}
