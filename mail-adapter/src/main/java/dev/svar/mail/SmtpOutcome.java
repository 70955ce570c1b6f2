package dev.svar.mail;

import dev.svar.message.SendOutcome;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Turns the errors of the mail library into outcomes: by the server's code, since the classes do not tell. */
final class SmtpOutcome {
    /** The server says this before it ends a connection. */
    static final int CLOSING = 421;

    private static final int MAX_REASON_LENGTH = 500;
    private static final int DEFERRED_FROM = 400;
    private static final int FAILED_FROM = 500;
    private static final int MAX_CAUSES = 20;

    private SmtpOutcome() {}

    /** Nothing was offered: that is no verdict on the mail, whatever was said, and would be the same for each other one. */
    static SendOutcome notConnected(Exception e, int code) {
        String reason = e instanceof AuthenticationFailedException
                ? "the server did not accept our credentials"
                : "no connection: " + words(e);
        return new SendOutcome.Unavailable(isRefusal(code) ? String.valueOf(code) : "", line(reason));
    }

    static SendOutcome refused(Exception e, int code, boolean handedOver) {
        if (code >= FAILED_FROM) {
            return new SendOutcome.Failed(status(code, words(e)), words(e));
        }
        if (code > 0) {
            return new SendOutcome.Deferred(String.valueOf(code), words(e));
        }
        return handedOver
                ? new SendOutcome.Uncertain("the connection ended before the server answered: " + words(e))
                : new SendOutcome.Deferred("", words(e));
    }

    /** The enhanced code (RFC 3463) that the server said with its reply, else the reply's. */
    private static String status(int reply, String words) {
        String plain = String.valueOf(reply);
        return EnhancedStatus.ofReply(words)
                .filter(enhanced -> enhanced.charAt(0) == plain.charAt(0))
                .orElse(plain);
    }

    /** The code of the innermost error that has one; 0 if the server sent none. */
    static int code(Exception e) {
        int code = 0;
        Throwable at = e;
        for (int i = 0; i < MAX_CAUSES && at != null; i++) {
            int own = ownCode(at);
            code = isRefusal(own) ? own : code;
            at = next(at);
        }
        return code;
    }

    private static boolean isRefusal(int code) {
        return code >= DEFERRED_FROM && code < FAILED_FROM + 100;
    }

    private static int ownCode(Throwable e) {
        if (e instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (e instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return e instanceof SMTPSendFailedException sent ? sent.getReturnCode() : 0;
    }

    /** What was said, in one line. */
    static String words(Exception e) {
        String words = e.getClass().getSimpleName();
        Throwable at = e;
        for (int i = 0; i < MAX_CAUSES && at != null; i++) {
            String message = at.getMessage();
            boolean tells = message != null && !message.isBlank() && !"Invalid Addresses".equals(message);
            words = tells ? String.valueOf(message) : words;
            at = next(at);
        }
        return line(words);
    }

    static String line(@Nullable String text) {
        return text == null ? "" : PlainText.line(text, MAX_REASON_LENGTH);
    }

    private static @Nullable Throwable next(Throwable e) {
        Throwable next = e instanceof MessagingException m ? m.getNextException() : e.getCause();
        return next;
    }
}
