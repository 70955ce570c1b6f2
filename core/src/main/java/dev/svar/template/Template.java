package dev.svar.template;

import dev.svar.error.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

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
    private static final String SUBJECT_PART = "subject";
    private static final String TEXT_PART = "text";

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
     * Holds the subject and the text against what an event offers, as {@link LiquidTemplate#check(TemplateSchema, Partials)}
     * does; a part that cannot be parsed is a problem too.
     *
     * @param schema the names that there are
     * @param partials what {@code render} and {@code include} find
     * @return what is wrong, first in the subject, then in the text; empty if nothing is
     */
    public List<TemplateProblem> check(TemplateSchema schema, Partials partials) {
        return check(parsed -> parsed.check(schema, partials));
    }

    /**
     * The same, and the uses of the filter {@code t}, as {@link LiquidTemplate#check(TemplateSchema, Partials, Messages)}.
     *
     * @param schema the names that there are
     * @param partials what {@code render} and {@code include} find
     * @param messages the texts that there are
     * @return what is wrong, first in the subject, then in the text; empty if nothing is
     */
    public List<TemplateProblem> check(TemplateSchema schema, Partials partials, Messages messages) {
        return check(parsed -> parsed.check(schema, partials, messages));
    }

    private List<TemplateProblem> check(Function<LiquidTemplate, List<TemplateProblem>> check) {
        List<TemplateProblem> problems = new ArrayList<>(check(SUBJECT_PART, subject, check));
        problems.addAll(check(TEXT_PART, text, check));
        return List.copyOf(problems);
    }

    private static List<TemplateProblem> check(
            String part, String source, Function<LiquidTemplate, List<TemplateProblem>> check) {
        try {
            return check.apply(LiquidTemplate.parse(source)).stream()
                    .map(problem -> problem.in(part))
                    .toList();
        } catch (TemplateSyntaxException e) {
            return List.of(new TemplateProblem(
                    part, e.line(), e.column(), TemplateProblem.Kind.SYNTAX, e.problem(), Optional.empty()));
        }
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
