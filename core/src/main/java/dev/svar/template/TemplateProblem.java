package dev.svar.template;

import java.util.Locale;
import java.util.Optional;

/**
 * What is wrong with a template, found before anything is sent.
 *
 * @param part which part of the template it is in: empty for the template itself, {@code subject} or {@code text}, or the
 *     name of a partial
 * @param line the line, from one
 * @param column the column in UTF-16 units, from one
 * @param kind what it is
 * @param problem what it is, as a sentence for who wrote the template
 * @param suggestion what was probably meant
 */
public record TemplateProblem(
        String part, int line, int column, Kind kind, String problem, Optional<String> suggestion) {
    /** What is wrong. */
    public enum Kind {
        /** It is not Liquid; nothing else is found then. */
        SYNTAX,
        /** A name that the schema does not have. */
        UNKNOWN_PLACEHOLDER,
        /** A filter that does not exist. */
        UNKNOWN_FILTER,
        /** A key of a message that does not exist, or not in the default language. */
        UNKNOWN_MESSAGE,
        /** A filter or a comparison over something that it cannot work with, or a wrong number of arguments. */
        WRONG_ARGUMENT,
        /** A loop over something that is not a list. */
        NOT_A_LIST,
        /** A partial that does not exist. */
        UNKNOWN_PARTIAL,
        /** Partials inside of each other, deeper than any rendering goes. */
        TOO_DEEP,
        /** Something stands where nothing is read. */
        NOT_READ
    }

    /**
     * All of it in one line.
     *
     * @return for example {@code text, line 3, column 4: there is no ticket.titel, did you mean ticket.title?}
     */
    public String message() {
        return String.format(
                Locale.ROOT,
                "%sline %d, column %d: %s%s",
                part.isEmpty() ? "" : part + ", ",
                line,
                column,
                problem,
                suggestion.map(meant -> ", did you mean " + meant + "?").orElse(""));
    }

    TemplateProblem in(String whole) {
        return part.isEmpty() ? new TemplateProblem(whole, line, column, kind, problem, suggestion) : this;
    }
}
