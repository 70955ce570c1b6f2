package dev.svar.mail;

import jakarta.mail.MessagingException;
import java.util.Optional;

/** A mailbox that fails where it is told to. */
final class FaultyMailbox implements OpenMailbox<Long> {
    private final OpenMailbox<Long> real;
    private Fault beforeLoading = () -> {};
    private Fault beforeHeader = () -> {};
    private Fault beforeAcknowledging = () -> {};

    FaultyMailbox(OpenMailbox<Long> real) {
        this.real = real;
    }

    /** The end of the process, as far as others can tell. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @FunctionalInterface
    interface Fault {
        void strike() throws MessagingException;
    }

    FaultyMailbox beforeLoading(Fault fault) {
        beforeLoading = fault;
        return this;
    }

    FaultyMailbox beforeHeader(Fault fault) {
        beforeHeader = fault;
        return this;
    }

    FaultyMailbox beforeAcknowledging(Fault fault) {
        beforeAcknowledging = fault;
        return this;
    }

    @Override
    public MailRow<Long> waiting(FetchTurn turn) throws MessagingException {
        return real.waiting(turn);
    }

    @Override
    public Optional<RawMail> load(Waiting<Long> waiting) throws MessagingException {
        beforeLoading.strike();
        return real.load(waiting);
    }

    @Override
    public Optional<RawMail> loadHeader(Waiting<Long> waiting) throws MessagingException {
        beforeHeader.strike();
        return real.loadHeader(waiting);
    }

    @Override
    public boolean taken(FetchTurn turn, Waiting<Long> waiting, Fate fate) {
        return real.taken(turn, waiting, fate);
    }

    @Override
    public void acknowledge(Waiting<Long> waiting, Fate fate) throws MessagingException {
        beforeAcknowledging.strike();
        real.acknowledge(waiting, fate);
    }

    @Override
    public void abort() {
        real.abort();
    }

    @Override
    public void close() {
        real.close();
    }
}
