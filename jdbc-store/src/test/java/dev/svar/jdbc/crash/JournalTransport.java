package dev.svar.jdbc.crash;

import dev.svar.contact.Channel;
import dev.svar.jdbc.crash.Evidence.Sent;
import dev.svar.jdbc.crash.Evidence.Sent.Answer;
import dev.svar.message.OutboundMessage;
import dev.svar.message.SendOutcome;
import dev.svar.message.Transport;
import java.util.Random;

/** The world outside: what it was given stands in a journal, whatever becomes of the desk. It mostly accepts. */
final class JournalTransport implements Transport {
    private final Journal journal;
    private final Random random;

    JournalTransport(Journal journal, Random random) {
        this.journal = journal;
        this.random = random;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public SendOutcome send(OutboundMessage message) {
        Answer answer = answer(random.nextInt(20));
        journal.write(new Sent(System.nanoTime(), message.messageId(), answer).line());
        return switch (answer) {
            case ACCEPTED -> new SendOutcome.Accepted("taken");
            case DEFERRED -> new SendOutcome.Deferred("4.2.0", "busy");
            case FAILED -> new SendOutcome.Failed("5.1.1", "unknown");
            case UNCERTAIN -> new SendOutcome.Uncertain("no answer");
        };
    }

    private static Answer answer(int die) {
        return switch (die) {
            case 0, 1 -> Answer.DEFERRED;
            case 2 -> Answer.FAILED;
            case 3 -> Answer.UNCERTAIN;
            default -> Answer.ACCEPTED;
        };
    }
}
