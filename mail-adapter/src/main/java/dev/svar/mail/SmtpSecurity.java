package dev.svar.mail;

/** How a connection to a mail server is kept private. */
public enum SmtpSecurity {
    /** Not at all: only for a server on the same machine or in a test. */
    NONE,
    /** It begins in clear and must turn to TLS before anything is said (RFC 3207, RFC 2595). */
    STARTTLS,
    /** TLS from the first byte (RFC 8314). */
    TLS
}
