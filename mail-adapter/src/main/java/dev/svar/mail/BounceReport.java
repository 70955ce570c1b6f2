package dev.svar.mail;

import dev.svar.message.BouncedRecipient;
import dev.svar.message.MessageNature;
import java.util.List;
import java.util.Optional;

/**
 * What a mail reports about the delivery of an earlier one.
 *
 * @param form how it was recognized, for people
 * @param originalMessageId the Message-ID of the earlier mail with angle brackets, if the report tells
 * @param recipients what became of each recipient, in the order of the report; empty if it names nobody
 */
public record BounceReport(String form, Optional<String> originalMessageId, List<BounceRecipient> recipients) {
    /**
     * Copies the list.
     *
     * @param form how it was recognized, for people
     * @param originalMessageId the Message-ID of the earlier mail with angle brackets, if the report tells
     * @param recipients what became of each recipient, in the order of the report; empty if it names nobody
     */
    public BounceReport {
        recipients = List.copyOf(recipients);
    }

    /** {@return whether the mail did not, or not yet, reach somebody; false if all it reports is success} */
    public boolean isBounce() {
        return recipients.isEmpty()
                || recipients.stream().anyMatch(r -> r.action().isTrouble());
    }

    /** What the desk is told: those whom it did not reach. */
    MessageNature.Bounce nature() {
        List<BouncedRecipient> lost = recipients.stream()
                .filter(r -> r.action().isTrouble())
                .flatMap(r -> r.original().or(r::address).stream()
                        .map(a -> new BouncedRecipient(
                                a, r.status(), r.action() == BounceAction.FAILED, r.hard(), r.diagnostic())))
                .toList();
        return new MessageNature.Bounce(originalMessageId, lost);
    }
}
