package dev.svar.testkit;

import dev.svar.contact.Address;
import dev.svar.message.OutboundMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about what a desk sent: about the messages that reached the peer ({@link RecordingTransport#accepted()}),
 * whatever the desk was told.
 */
public final class SentAssert extends AbstractAssert<SentAssert, RecordingTransport> {
    private final List<OutboundMessage> sent;
    private final Set<OutboundMessage> spokenOf = Collections.newSetFromMap(new IdentityHashMap<>());

    SentAssert(RecordingTransport transport) {
        super(transport, SentAssert.class);
        this.sent = transport.accepted();
    }

    /**
     * Something was sent to this address.
     *
     * @param address the recipient on the transport's channel, such as {@code kari@kunde.example}
     * @return assertions about what was sent there
     */
    public SentMessagesAssert sentTo(String address) {
        return sentTo(new Address(actual.channel(), address));
    }

    /**
     * Something was sent to this address.
     *
     * @param address the recipient
     * @return assertions about what was sent there
     */
    public SentMessagesAssert sentTo(Address address) {
        return new SentMessagesAssert(this, sent).with("to " + address, m -> m.to().equals(address));
    }

    /**
     * Nothing was sent to this address.
     *
     * @param address the recipient on the transport's channel
     * @return this
     */
    public SentAssert sentNothingTo(String address) {
        Address recipient = new Address(actual.channel(), address);
        long count = sent.stream().filter(m -> m.to().equals(recipient)).count();
        return holds(count == 0, "nothing to " + recipient, "it sent " + count);
    }

    /**
     * Nothing was sent at all.
     *
     * @return this
     */
    public SentAssert sentNothing() {
        return holds(sent.isEmpty(), "nothing", "it sent " + sent.size());
    }

    /**
     * Nothing was sent but what was counted by {@link SentMessagesAssert#once()} or {@link SentMessagesAssert#times(int)}
     * before in this chain.
     *
     * @return this
     */
    public SentAssert sentNothingElse() {
        List<OutboundMessage> others =
                sent.stream().filter(m -> !spokenOf.contains(m)).toList();
        List<String> lines = others.stream().map(Facts::of).toList();
        return holds(others.isEmpty(), "nothing else", Facts.list("there were also", "", lines));
    }

    void spokenOf(List<OutboundMessage> messages) {
        spokenOf.addAll(messages);
    }

    SentAssert holds(boolean holds, String expected, String fact) {
        if (!holds) {
            failWithMessage(
                    "%s",
                    "Expected the transport for " + actual.channel() + " to have sent " + expected + "\nbut " + fact
                            + "\n" + everything());
        }
        return this;
    }

    private String everything() {
        List<String> parts = new ArrayList<>();
        parts.add(Facts.list(
                "It sent", "It sent nothing", sent.stream().map(Facts::of).toList()));
        if (!actual.lost().isEmpty()) {
            parts.add(Facts.list(
                    "It was offered, and the peer did not take",
                    "",
                    actual.lost().stream().map(Facts::of).toList()));
        }
        return String.join("\n", parts);
    }
}
