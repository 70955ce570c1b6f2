package dev.svar.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.svar.contact.Address;
import dev.svar.delivery.DeliveryKey;
import dev.svar.delivery.DeliveryReport;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.message.BouncedRecipient;
import dev.svar.message.Content;
import dev.svar.message.InboundMessage;
import dev.svar.message.MessageKey;
import dev.svar.message.MessageNature;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a gateway says became of a text message. Whether it really comes from the gateway is checked before one is made.
 *
 * @param delivery the Message-ID of the delivery
 * @param to whom it was for
 * @param state what became of it
 * @param code the gateway's code, possibly empty, at most {@value #MAX_CODE_LENGTH} characters
 */
public record SmsReceipt(String delivery, Address to, State state, String code) {
    /** The most characters of a code. */
    public static final int MAX_CODE_LENGTH = 100;

    /** What became of a message. */
    public enum State {
        /** It is on its way. */
        UNDERWAY,
        /** The phone has it. */
        DELIVERED,
        /** It will not arrive. */
        FAILED
    }

    /**
     * Checks the texts.
     *
     * @param delivery the Message-ID of the delivery
     * @param to whom it was for
     * @param state what became of it
     * @param code the gateway's code, possibly empty
     */
    public SmsReceipt {
        Check.line("sms.receipt.delivery", delivery, MessageKey.MAX_LENGTH / 2);
        Check.length("sms.receipt.code", code, MAX_CODE_LENGTH);
    }

    /**
     * Reads a receipt in this library's own JSON: {@code {"id", "to", "state", "code"}}, with a state of {@code underway},
     * {@code delivered} or {@code failed}. A gateway should sign it as a webhook; see {@link WebhookSignature}.
     *
     * @param json the text
     * @return the receipt, or empty if it is none
     */
    public static Optional<SmsReceipt> readJson(String json) {
        GatewayAnswer answer = GatewayAnswer.read(json);
        Optional<State> state = answer.word("state").flatMap(SmsReceipt::state);
        Optional<String> id = answer.text("id");
        Optional<String> to = answer.text("to");
        if (state.isEmpty() || id.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        return receipt(id.get(), to.get(), state.get(), answer.word("code").orElse(""));
    }

    static Optional<SmsReceipt> receipt(String delivery, String to, State state, String code) {
        try {
            return Optional.of(new SmsReceipt(delivery, Address.phone(to), state, code));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    private static Optional<State> state(String word) {
        for (State state : State.values()) {
            if (state.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    /** {@return what a desk knows the delivery by, for {@link dev.svar.HelpDesk#deliveryReported}} */
    public DeliveryKey key() {
        return new DeliveryKey.ByMessageId(delivery);
    }

    /**
     * What a desk takes with {@link dev.svar.HelpDesk#deliveryReported}. Which codes mean that a number is none differs from
     * gateway to gateway, so one that failed is a soft bounce; a host that knows its gateway may say more.
     *
     * @return the report; empty for a message that is on its way
     */
    public Optional<DeliveryReport> report() {
        return switch (state) {
            case UNDERWAY -> Optional.empty();
            case DELIVERED -> Optional.of(DeliveryReport.delivered());
            case FAILED -> Optional.of(DeliveryReport.bounced(false, code, "the gateway could not deliver it"));
        };
    }

    /**
     * What a desk takes with {@link dev.svar.HelpDesk#receive}, so that the delivery becomes {@code BOUNCED} and its ticket is told
     * of it. The same receipt taken twice changes nothing.
     *
     * @param desk the desk's address
     * @return the report of a failed message; empty for one that did not fail
     */
    public Optional<InboundMessage> asBounce(Address desk) {
        if (state != State.FAILED) {
            return Optional.empty();
        }
        String raw = JsonNodeFactory.instance
                .objectNode()
                .put("id", delivery)
                .put("to", to.value())
                .put("state", "failed")
                .put("code", code)
                .toString();
        BouncedRecipient lost = new BouncedRecipient(to, code, true, false, "the gateway could not deliver it");
        return Optional.of(InboundMessage.builder(
                        new MessageKey(desk, "sms-receipt:" + delivery),
                        Content.of(raw.getBytes(StandardCharsets.UTF_8)),
                        to)
                .nature(new MessageNature.Bounce(Optional.of(delivery), List.of(lost)))
                .mayNotAnswer("it reports a failed delivery")
                .build());
    }
}
