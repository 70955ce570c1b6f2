package dev.svar;

import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.message.OutboundMessage;
import dev.svar.ticket.DeliveryTokens.Use;
import dev.svar.ticket.TicketTokens;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What mail of the desk is known by when it is answered or comes back: its Message-ID and its return path. */
final class SignedMail {
    private static final String PREFIX = "<svar.";

    private final DeskSetup setup;

    SignedMail(DeskSetup setup) {
        this.setup = setup;
    }

    /** The Message-ID of a delivery: with tokens one that nobody can make up. */
    String messageId(DeliveryId id) {
        String name = setup.tokens()
                .map(tokens -> tokens.deliveries().issue(setup.tenant(), id.value(), Use.MESSAGE_ID))
                .orElse(id.toString());
        return PREFIX + name + "@" + mailbox().address().domain() + ">";
    }

    /** The message with an address for reports that names its delivery alone. */
    OutboundMessage returning(OutboundMessage message, DeliveryId id) {
        return setup.tokens()
                .filter(tokens -> message.to().channel().equals(Channel.MAIL))
                .map(tokens -> tokens.deliveries().issue(setup.tenant(), id.value(), Use.RETURN_PATH))
                .map(mailbox()::replyAddress)
                .map(message::returnPath)
                .orElse(message);
    }

    private Mailbox mailbox() {
        return setup.mailbox().orElseThrow(() -> new IllegalStateException("transports without a mailbox"));
    }

    /** The delivery that this signed Message-ID was given to. */
    Optional<Delivery> named(String messageId) {
        int at = messageId.lastIndexOf('@');
        boolean shaped = at > PREFIX.length()
                && messageId.toLowerCase(Locale.ROOT).startsWith(PREFIX)
                && messageId.endsWith(">");
        return shaped && isOwnDomain(messageId.substring(at + 1, messageId.length() - 1))
                ? delivery(messageId.substring(PREFIX.length(), at), Use.MESSAGE_ID)
                : Optional.empty();
    }

    private boolean isOwnDomain(String domain) {
        return setup.mailbox()
                .map(Mailbox::address)
                .map(Address::domain)
                .filter(domain::equalsIgnoreCase)
                .isPresent();
    }

    /** The delivery whose reports come to an address with this token. */
    Optional<Delivery> returned(String token) {
        return delivery(token, Use.RETURN_PATH);
    }

    private Optional<Delivery> delivery(String token, Use use) {
        return setup.tokens()
                .map(TicketTokens::deliveries)
                .flatMap(tokens -> tokens.delivery(token, setup.tenant(), use))
                .flatMap(this::delivery);
    }

    private Optional<Delivery> delivery(UUID id) {
        return setup.store().delivery(setup.tenant(), new DeliveryId(id));
    }
}
