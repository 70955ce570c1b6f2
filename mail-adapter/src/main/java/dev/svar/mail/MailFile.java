package dev.svar.mail;

import dev.svar.message.Content;
import java.util.Optional;

/**
 * A file that a mail brings, without its transfer encoding.
 *
 * @param name a clean file name, never empty and without a path
 * @param type the media type that the mail gives it, lower case, without parameters
 * @param contentId without angle brackets, if the part has one
 * @param content the bytes
 */
public record MailFile(String name, String type, Optional<String> contentId, Content content) {}
