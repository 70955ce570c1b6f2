package dev.svar.template;

/**
 * Turns a template and some data into what is sent.
 *
 * <p>An implementation is safe for use by many threads, has no side effects, answers the same for the same arguments,
 * and never escapes the subject, which is plain text whatever the text is.
 */
@FunctionalInterface
public interface TemplateRenderer {
    /**
     * Renders the subject and the text.
     *
     * @param template what to render
     * @param context the data, and for whom and within which limits; its escaping is that of the text
     * @return what they became
     * @throws TemplateSyntaxException if the template cannot be parsed
     * @throws TemplateRenderException if it cannot be rendered within this context
     */
    Rendered render(Template template, RenderContext context);
}
