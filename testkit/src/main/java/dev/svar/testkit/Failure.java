package dev.svar.testkit;

import dev.svar.message.SendOutcome;
import java.util.function.Supplier;

/**
 * What goes wrong with a message that a {@link RecordingTransport} is given: whether it reaches the peer all the same, and
 * what the desk is told. Immutable.
 */
public final class Failure {
    private final Turn turn;

    private Failure(boolean taken, Supplier<SendOutcome> answer) {
        this.turn = new Turn(taken, answer);
    }

    /** {@return a failure with which the peer does not take it for now, like a busy or greylisting mail server} */
    public static Failure temporary() {
        return temporary("451", "try again later");
    }

    /**
     * The peer does not take it for now.
     *
     * @param code the channel's code, possibly empty
     * @param reason what the peer says
     * @return a failure of which the desk is told {@link SendOutcome.Deferred}
     */
    public static Failure temporary(String code, String reason) {
        return new Failure(false, () -> new SendOutcome.Deferred(code, reason));
    }

    /**
     * Nobody is there, for this message or any other.
     *
     * @param reason what is said of it
     * @return a failure of which the desk is told {@link SendOutcome.Unavailable}
     */
    public static Failure outOfReach(String reason) {
        return new Failure(false, () -> new SendOutcome.Unavailable("", reason));
    }

    /** {@return a failure with which the peer never takes it, like a mail server that does not know the recipient} */
    public static Failure permanent() {
        return permanent("550", "no such recipient");
    }

    /**
     * The peer never takes it.
     *
     * @param code the channel's code, possibly empty
     * @param reason what the peer says
     * @return a failure of which the desk is told {@link SendOutcome.Failed}
     */
    public static Failure permanent(String code, String reason) {
        return new Failure(false, () -> new SendOutcome.Failed(code, reason));
    }

    /**
     * The peer takes it and its answer is lost.
     *
     * @return a failure of which the desk is told {@link SendOutcome.Uncertain}; the message is among the accepted ones
     */
    public static Failure timeoutAfterAcceptance() {
        return new Failure(true, () -> new SendOutcome.Uncertain("no answer came after the message had gone"));
    }

    /**
     * The transport breaks its contract and throws; the peer gets nothing.
     *
     * @param error what is thrown
     * @return a failure of which the desk is told nothing
     */
    public static Failure throwing(RuntimeException error) {
        return new Failure(false, () -> {
            throw error;
        });
    }

    Turn turn() {
        return turn;
    }

    /** What becomes of one message. */
    record Turn(boolean taken, Supplier<SendOutcome> answer) {}
}
