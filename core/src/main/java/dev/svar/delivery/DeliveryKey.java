package dev.svar.delivery;

import dev.svar.contact.Channel;

/** By what a channel names the delivery that it reports of. */
public sealed interface DeliveryKey {
    /**
     * By its id.
     *
     * @param id the id
     */
    record ById(DeliveryId id) implements DeliveryKey {}

    /**
     * By its message's Message-ID, which is the key that a gateway is given.
     *
     * @param messageId with angle brackets
     */
    record ByMessageId(String messageId) implements DeliveryKey {}

    /**
     * By what the gateway said when it took the message.
     *
     * @param channel the channel that the gateway serves; mail has none, it is named by its Message-ID
     * @param reference what it said
     */
    record ByReference(Channel channel, String reference) implements DeliveryKey {}
}
