package dev.svar.testkit;

import dev.svar.contact.Channel;
import dev.svar.message.OutboundMessage;
import dev.svar.message.SendOutcome;
import dev.svar.message.Transport;
import java.util.function.Function;

/** A mail transport that does what a test says. */
record ScriptedTransport(Function<OutboundMessage, SendOutcome> script) implements Transport {
    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public SendOutcome send(OutboundMessage message) {
        return script.apply(message);
    }
}
