package dev.svar.benchmarks;

import dev.svar.contact.Channel;
import dev.svar.message.OutboundMessage;
import dev.svar.message.SendOutcome;
import dev.svar.message.Transport;

/** Mail that is taken at once, whatever it is. */
final class Taking implements Transport {
    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public SendOutcome send(OutboundMessage message) {
        return new SendOutcome.Accepted("");
    }
}
