package dev.svar.template;

/** What a template may be careless about. */
public enum RenderMode {
    /** An unknown variable is nil, an unknown filter passes its input on, what cannot be computed is nil. */
    LAX,
    /** All of these are a {@link TemplateRenderException}. */
    STRICT
}
