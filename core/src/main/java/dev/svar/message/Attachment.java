package dev.svar.message;

import dev.svar.error.Check;
import java.util.Optional;

/**
 * A file that came or goes with a message.
 *
 * @param name a plain file name without a path, one line of at most {@value #MAX_NAME_LENGTH} characters
 * @param contentType the media type without parameters, lower case, for example {@code application/pdf}
 * @param contentId the Content-ID without angle brackets if the message's HTML shows it (RFC 2392)
 * @param content names the bytes
 */
public record Attachment(String name, String contentType, Optional<String> contentId, ContentRef content) {
    /** The most characters a name may have. */
    public static final int MAX_NAME_LENGTH = 200;

    /**
     * Checks the names.
     *
     * @param name a plain file name without a path, one line of at most {@value #MAX_NAME_LENGTH} characters
     * @param contentType the media type without parameters, lower case, for example {@code application/pdf}
     * @param contentId the Content-ID without angle brackets if the message's HTML shows it (RFC 2392)
     * @param content names the bytes
     */
    public Attachment {
        Check.line("attachment.name", name, MAX_NAME_LENGTH);
        Check.line("attachment.contentType", contentType, MAX_NAME_LENGTH);
    }
}
