package dev.svar.mail;

import dev.svar.message.MessageNature;
import java.util.Optional;

/**
 * What a mail's headers say about its writer.
 *
 * @param nature who or what wrote it
 * @param mayNotAnswer why no automatic answer may go to it; empty if one may
 */
record MailVerdict(MessageNature nature, Optional<String> mayNotAnswer) {
    static MailVerdict human() {
        return new MailVerdict(new MessageNature.Human(), Optional.empty());
    }

    static MailVerdict humanNotToAnswer(String reason) {
        return new MailVerdict(new MessageNature.Human(), Optional.of(reason));
    }

    static MailVerdict automaticReply(String reason) {
        return new MailVerdict(new MessageNature.AutomaticReply(reason), Optional.of(reason));
    }

    static MailVerdict bulk(String reason) {
        return new MailVerdict(new MessageNature.Bulk(reason), Optional.of(reason));
    }

    static MailVerdict bounce(MessageNature.Bounce bounce) {
        return new MailVerdict(bounce, Optional.of("it reports a failed delivery"));
    }
}
