package dev.svar.mail;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.jspecify.annotations.Nullable;

/**
 * Waits for news of a folder (RFC 2177) in the thread of the caller, who is asked from time to time whether to wait on. The
 * mail library's own IDLE would never ask.
 */
final class ImapIdle {
    private final IMAPProtocol protocol;
    private final Watch watch;
    private final BooleanSupplier news;
    private final Runnable answerInTime;

    ImapIdle(IMAPProtocol protocol, Watch watch, BooleanSupplier news, Runnable answerInTime) {
        this.protocol = protocol;
        this.watch = watch;
        this.news = news;
        this.answerInTime = answerInTime;
    }

    /** Whoever waits. */
    interface Watch {
        /** How long the server may be silent before {@link #goesOn} is asked. */
        Duration look();

        boolean goesOn();
    }

    void await() throws ProtocolException {
        protocol.idleStart();
        boolean idle = true;
        while (idle && !news.getAsBoolean() && watch.goesOn()) {
            Response response = protocol.readIdleResponse();
            idle = isSilence(response) || heard(response);
        }
        if (idle) {
            answerInTime.run();
            protocol.idleAbort();
        }
        while (idle) {
            Response response = protocol.readIdleResponse();
            if (isSilence(response)) {
                throw new ProtocolException("the server does not answer any more");
            }
            idle = heard(response);
        }
    }

    /** Whether the server is still idling afterwards. */
    private boolean heard(@Nullable Response response) throws ProtocolException {
        if (response == null || response.isBYE()) {
            throw new ProtocolException("the server ended the connection");
        }
        return protocol.processIdleResponse(response);
    }

    private static boolean isSilence(@Nullable Response response) {
        return response != null && response.getException() instanceof SocketTimeoutException;
    }
}
