package dev.svar.template;

/** What a template may be careless about. */
public enum RenderMode {
    /** What is absent or unknown is nothing, and so is what cannot be computed. */
    LAX,
    /**
     * What is absent or unknown is nothing, as in {@link #LAX}; what cannot be computed, and a partial that is not there,
     * is a {@link TemplateRenderException}. The reference fails at the same things.
     */
    SOUND,
    /** What is absent, unknown or cannot be computed is a {@link TemplateRenderException}: nothing is sent with a hole. */
    STRICT
}
