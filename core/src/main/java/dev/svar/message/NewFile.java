package dev.svar.message;

import dev.svar.error.Check;
import java.util.Optional;

/**
 * A file that is to go with a message, with its bytes.
 *
 * @param name a plain file name without a path, one line of at most {@value Attachment#MAX_NAME_LENGTH} characters
 * @param contentType the media type without parameters, lower case, for example {@code application/pdf}
 * @param contentId the Content-ID without angle brackets by which the message's HTML shows it ({@code cid:}), if it does
 * @param content the bytes; they may lie in a file or a store
 */
public record NewFile(String name, String contentType, Optional<String> contentId, Content content) {
    /**
     * Checks the names.
     *
     * @param name a plain file name without a path
     * @param contentType the media type without parameters, lower case
     * @param contentId the Content-ID without angle brackets
     * @param content the bytes
     * @throws dev.svar.error.InvalidValueException if a name is none
     */
    public NewFile {
        Check.line("attachment.name", name, Attachment.MAX_NAME_LENGTH);
        Check.line("attachment.contentType", contentType, Attachment.MAX_NAME_LENGTH);
        contentId.ifPresent(id -> Check.line("attachment.contentId", id, Attachment.MAX_NAME_LENGTH));
    }

    /**
     * A file that is only attached.
     *
     * @param name a plain file name without a path
     * @param contentType the media type without parameters, lower case
     * @param content the bytes
     * @throws dev.svar.error.InvalidValueException if a name is none
     */
    public NewFile(String name, String contentType, Content content) {
        this(name, contentType, Optional.empty(), content);
    }

    /** {@return how a message speaks of it} */
    public Attachment attachment() {
        return new Attachment(name, contentType, contentId, content.ref());
    }
}
