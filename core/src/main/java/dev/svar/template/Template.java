package dev.svar.template;

import dev.svar.error.Check;
import java.util.Locale;

/**
 * A named template in one language: the Liquid sources of a subject and of a text.
 *
 * @param name what it is for, for example {@code acknowledged}
 * @param locale its language
 * @param subject the source of the subject, a single line
 * @param text the source of the plain text
 */
public record Template(String name, Locale locale, String subject, String text) {
    /** The most characters of a name. */
    public static final int MAX_NAME = 100;

    private static final String SUBJECT = "Subject:";

    /**
     * Checks the parts.
     *
     * @param name what it is for
     * @param locale its language
     * @param subject the source of the subject
     * @param text the source of the plain text
     * @throws dev.svar.error.InvalidValueException if the name is not a line of text, the subject is not one line, or
     *     one is too long
     */
    public Template {
        Check.line("name", name, MAX_NAME);
        Check.line("subject", subject, LiquidTemplate.MAX_SOURCE);
        Check.length("text", text, LiquidTemplate.MAX_SOURCE);
    }

    /**
     * Reads the form that templates have in files: a first line {@code Subject: …}, an empty line, and the text as it
     * stands to the end. Lines may end with CRLF, which becomes LF; a byte order mark is passed by.
     *
     * @param name what it is for
     * @param locale its language
     * @param content the content of the file
     * @return the template
     * @throws TemplateSyntaxException if the first two lines are not like that
     * @throws dev.svar.error.InvalidValueException as {@link Template#Template}
     */
    public static Template read(String name, Locale locale, String content) {
        String unmarked = content.startsWith("\uFEFF") ? content.substring(1) : content;
        String lines = unmarked.replace("\r\n", "\n");
        int first = lines.indexOf('\n');
        String subject = (first < 0 ? lines : lines.substring(0, first)).strip();
        if (!subject.startsWith(SUBJECT) || subject.length() == SUBJECT.length()) {
            throw new TemplateSyntaxException(1, 1, "expected a line \"Subject: …\"");
        }
        int second = first < 0 ? -1 : lines.indexOf('\n', first + 1);
        if (second < 0 || !lines.substring(first, second).isBlank()) {
            throw new TemplateSyntaxException(2, 1, "expected an empty line between the subject and the text");
        }
        return new Template(name, locale, subject.substring(SUBJECT.length()).strip(), lines.substring(second + 1));
    }
}
