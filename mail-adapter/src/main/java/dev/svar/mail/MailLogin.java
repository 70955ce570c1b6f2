package dev.svar.mail;

import dev.svar.error.Check;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.Properties;

/**
 * How to log in to a mail server: with a password, or with OAuth 2 access tokens (XOAUTH2, as Google and Microsoft want it).
 * What is secret appears in no message and no log. Immutable, as safe for use by several threads as the host's tokens.
 */
public final class MailLogin {
    /** The most characters of a name or a password. */
    static final int MAX_LENGTH = 1_000;

    private static final String OAUTH2 = "XOAUTH2";

    private final String user;
    private final AccessTokens secrets;
    private final boolean oauth2;

    private MailLogin(String user, AccessTokens secrets, boolean oauth2) {
        this.user = Check.line("login.user", user, MAX_LENGTH);
        this.secrets = secrets;
        this.oauth2 = oauth2;
    }

    /**
     * A login with a password.
     *
     * @param user the user's name
     * @param password the password
     * @return the login
     * @throws dev.svar.error.InvalidValueException if one is no line, blank or longer than 1,000 characters
     */
    public static MailLogin password(String user, String password) {
        String secret = Check.line("login.password", password, MAX_LENGTH);
        return new MailLogin(user, refused -> secret, false);
    }

    /**
     * A login with access tokens.
     *
     * @param user the mailbox, usually its address
     * @param tokens where tokens come from; asked once more if the server refuses one
     * @return the login
     * @throws dev.svar.error.InvalidValueException if the user is no line, blank or longer than 1,000 characters
     */
    public static MailLogin oauth2(String user, AccessTokens tokens) {
        return new MailLogin(user, tokens, true);
    }

    String user() {
        return user;
    }

    /** One try to connect. */
    @FunctionalInterface
    interface Attempt {
        void connect(String user, String secret) throws MessagingException;
    }

    /** Connects, with a fresh token if the first one is refused. */
    void let(Attempt attempt) throws MessagingException {
        String secret = secret(Optional.empty());
        try {
            attempt.connect(user, secret);
        } catch (AuthenticationFailedException e) {
            String fresh = oauth2 ? secret(Optional.of(secret)) : secret;
            if (fresh.equals(secret)) {
                throw e;
            }
            attempt.connect(user, fresh);
        }
    }

    private String secret(Optional<String> refused) throws MessagingException {
        try {
            return Check.line("login.token", secrets.token(refused), AccessTokens.MAX_LENGTH);
        } catch (RuntimeException e) {
            // Its text is the host's and may hold what is secret.
            throw new MessagingException("no access token: " + e.getClass().getName());
        }
    }

    /** Lets the mail library use no other mechanism for tokens, which are no passwords. */
    void into(Properties properties, String protocol) {
        if (oauth2) {
            properties.put("mail." + protocol + ".auth.mechanisms", OAUTH2);
            // Two lines, as Microsoft's POP3 servers want it and all others take it.
            properties.put("mail." + protocol + ".auth.xoauth2.two.line.authentication.format", "true");
        }
    }

    /** {@return the kind of login, never what is secret} */
    @Override
    public String toString() {
        return oauth2 ? "login with access tokens" : "login with a password";
    }
}
