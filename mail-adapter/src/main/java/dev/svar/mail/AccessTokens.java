package dev.svar.mail;

import java.util.Optional;

/**
 * Port: the host's OAuth 2 access tokens for a mailbox or a mail server. Called in whatever thread connects, before each
 * connection, so it should keep a token as long as it is good. What it throws is told as a failed connection.
 */
@FunctionalInterface
public interface AccessTokens {
    /** The most characters of a token. */
    int MAX_LENGTH = 16_384;

    /**
     * A token.
     *
     * @param refused empty, or a token that was given before and that the server has just refused: then a fresh one is
     *     wanted, and if the same comes again the server is not asked again
     * @return a token, one line of at most {@value #MAX_LENGTH} characters
     */
    String token(Optional<String> refused);
}
