package dev.svar.examples;

import dev.svar.contact.Channel;
import dev.svar.message.OutboundMessage;
import dev.svar.message.SendOutcome;
import dev.svar.message.Transport;

/** A mail server that refuses mail for one domain, whose mailboxes are full until they are emptied. */
final class FullMailboxes implements Transport {
    private final Transport others;
    private boolean full = true;

    FullMailboxes(Transport others) {
        this.others = others;
    }

    void empty() {
        full = false;
    }

    @Override
    public Channel channel() {
        return others.channel();
    }

    @Override
    public SendOutcome send(OutboundMessage message) {
        return full && message.to().value().endsWith("@full.example")
                ? new SendOutcome.Failed("5.2.2", "the mailbox is full")
                : others.send(message);
    }
}
