package dev.svar.template;

/** What the output of a template is, and so what happens to a value that is written into it. */
public enum Escaping {
    /** Plain text: values are written as they are. */
    TEXT,
    /**
     * HTML: {@code & < > " '} in values are written as character references, except in a {@link Value.Markup}, which
     * the {@code raw} filter makes of content that is sanitized already. The template's own text is never escaped.
     */
    HTML
}
