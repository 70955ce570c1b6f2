package dev.svar.template;

/**
 * Turns a template and some data into what is sent.
 *
 * <p>The contract, which {@code TemplateRendererContract} of the testkit checks:
 *
 * <ul>
 *   <li>Values are written as they are into plain text, and escaped into HTML unless they are {@link Value.Markup}. What
 *       the template itself says is never escaped, and neither is the subject, which is plain text whatever the text is.
 *   <li>What the data says is never taken for a template.
 *   <li>Points in time are written in the zone, and words of the calendar in the language, of the context.
 *   <li>A missing value is nothing, or in {@link RenderMode#STRICT} an error.
 *   <li>Each of subject and text is bounded by the output and the steps that the context allows; beyond them is an error.
 *       An error is one of those named below and says where it is, never what the data holds.
 *   <li>An implementation is safe for use by many threads, has no side effects and answers the same for the same arguments.
 * </ul>
 *
 * <p>Of values that are missing where they are written {@link RenderContext#holes()} is told; a desk whose renderer does not do
 * that finds no holes.
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
