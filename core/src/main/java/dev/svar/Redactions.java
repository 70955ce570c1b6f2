package dev.svar;

import dev.svar.contact.Actor;
import dev.svar.contact.AgentId;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Attachment;
import dev.svar.message.ContentRef;
import dev.svar.message.Message;
import dev.svar.store.Changes;
import dev.svar.store.MessageRedaction;
import dev.svar.store.TicketState;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Blots passages out of messages, in all forms that are kept of them. */
final class Redactions {
    /** Of the same length for every passage, so that it tells nothing about what stood there. */
    private static final String BLOT = "█████";

    /** Never longer than what stood there: for texts that would grow beyond their limit. */
    private static final String SMALL_BLOT = "█";

    private final DeskSetup setup;
    private final Commits commits;
    private final RedactedWords words;

    Redactions(DeskSetup setup, Commits commits, RedactedWords words) {
        this.setup = setup;
        this.commits = commits;
        this.words = words;
    }

    /** What was learned goes first: if the process dies, the redaction is not done and is asked for again. */
    Ticket redact(TicketId ticket, MessageId id, Redaction redaction, AgentId by) {
        Instant now = setup.now();
        Ticket before = commits.required(ticket).ticket();
        Message message = message(ticket, id);
        after(message, redaction);
        Runnable forget = words.forgetting(before, message, redaction.passages());
        forget.run();
        Ticket redacted = redact(ticket, id, redaction, by, now);
        forget.run(); // what was learned meanwhile
        return redacted;
    }

    private Message message(TicketId ticket, MessageId id) {
        return setup.store()
                .message(setup.tenant(), ticket, id)
                .orElseThrow(() -> new InvalidValueException("message", "is none of the ticket"));
    }

    private Ticket redact(TicketId ticket, MessageId id, Redaction redaction, AgentId by, Instant now) {
        return Attempts.untilDecided("redacting a message", () -> {
            TicketState before = commits.required(ticket);
            Message after = after(message(ticket, id), redaction);
            TicketCommand command = new TicketCommand.RecordRedaction(
                    Actor.agent(by),
                    id,
                    redaction.passages().size(),
                    redaction.files().size());
            Changes.Builder changes =
                    Changes.builder(setup.tenant()).redaction(new MessageRedaction(after, erased(id, redaction)));
            Cascade cascade = setup.cascade(now).about(before).decide(ticket, command);
            return commits.commit(cascade, ticket, new People(setup), changes, now);
        });
    }

    /** HTML can spell a passage in ways that nobody would look for, so it goes; the text stays. */
    private static Message after(Message message, Redaction redaction) {
        for (String passage : redaction.passages()) {
            if (!message.fullText().contains(passage) && !message.visibleText().contains(passage)) {
                throw new InvalidValueException("redaction.passage", "does not stand in the message as it was given");
            }
        }
        Set<ContentRef> there = new HashSet<>();
        message.attachments().forEach(a -> there.add(a.content()));
        if (!there.containsAll(redaction.files())) {
            throw new InvalidValueException("redaction.files", "names a file that the message does not have");
        }
        List<Attachment> kept = message.attachments().stream()
                .filter(a -> !redaction.files().contains(a.content()))
                .toList();
        return new Message(
                message.id(),
                message.tenant(),
                message.ticket(),
                message.sequence(),
                message.role(),
                message.by(),
                message.at(),
                message.messageId(),
                blotted(message.visibleText(), redaction.passages()),
                blotted(message.fullText(), redaction.passages()),
                redaction.passages().isEmpty() ? message.html() : Optional.empty(),
                kept);
    }

    /** Passages may overlap, so all are looked for before any is blotted out. */
    private static String blotted(String text, Set<String> passages) {
        BitSet gone = new BitSet(text.length());
        for (String passage : passages) {
            for (int at = text.indexOf(passage); at >= 0; at = text.indexOf(passage, at + 1)) {
                gone.set(at, at + passage.length());
            }
        }
        String left = without(text, gone, BLOT);
        return left.length() > Message.MAX_TEXT_LENGTH ? without(text, gone, SMALL_BLOT) : left;
    }

    private static String without(String text, BitSet gone, String blot) {
        StringBuilder left = new StringBuilder();
        int from = 0;
        for (int to = gone.nextSetBit(0); to >= 0; to = gone.nextSetBit(from)) {
            left.append(text, from, to).append(blot);
            from = gone.nextClearBit(to);
        }
        return left.append(text, from, text.length()).toString();
    }

    /** The raw form holds both the passages and the files. */
    private Set<ContentRef> erased(MessageId id, Redaction redaction) {
        Set<ContentRef> erased = new HashSet<>(redaction.files());
        setup.store().receiptOf(setup.tenant(), id).ifPresent(receipt -> erased.add(receipt.raw()));
        return erased;
    }
}
