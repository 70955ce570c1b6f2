package dev.svar.template;

import dev.svar.error.Check;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Renders Liquid templates. Thread-safe; keeps the templates that it parsed last, so hosts make one and share it.
 *
 * <p>What the data says never is taken for Liquid: only sources of templates are parsed.
 */
public final class LiquidRenderer implements TemplateRenderer {
    /** How many parsed sources are kept, if nothing else is said. */
    public static final int DEFAULT_CACHED = 256;

    private static final int LONGEST_CACHED = 1 << 16;

    private final int cached;
    private final Map<String, LiquidTemplate> parsed = new LinkedHashMap<>(16, 0.75f, true);

    /** A renderer that keeps {@link #DEFAULT_CACHED} parsed sources. */
    public LiquidRenderer() {
        this(DEFAULT_CACHED);
    }

    /**
     * A renderer that keeps so many parsed sources. (Very long ones, of more than 64 Ki characters, are not kept.)
     *
     * @param cached how many, from zero
     * @throws dev.svar.error.InvalidValueException if it is negative
     */
    public LiquidRenderer(int cached) {
        this.cached = (int) Check.range("cached", cached, 0, Integer.MAX_VALUE);
    }

    @Override
    public Rendered render(Template template, RenderContext context) {
        String subject = parsed(template.subject()).render(context.withEscaping(Escaping.TEXT));
        return new Rendered(subject, parsed(template.text()).render(context));
    }

    private LiquidTemplate parsed(String source) {
        synchronized (parsed) {
            LiquidTemplate known = parsed.get(source);
            if (known != null) {
                return known;
            }
        }
        LiquidTemplate template = LiquidTemplate.parse(source);
        if (source.length() <= LONGEST_CACHED) {
            keep(source, template);
        }
        return template;
    }

    private void keep(String source, LiquidTemplate template) {
        synchronized (parsed) {
            parsed.put(source, template);
            if (parsed.size() > cached) {
                parsed.remove(parsed.keySet().iterator().next());
            }
        }
    }

    int kept() {
        synchronized (parsed) {
            return parsed.size();
        }
    }
}
