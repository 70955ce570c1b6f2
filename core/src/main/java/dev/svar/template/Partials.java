package dev.svar.template;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The templates that other templates name: a common footer, a signature. They come from the host alone; a template
 * cannot reach a file or an address.
 *
 * <p>An implementation is safe for use by many threads and answers at once: it is asked whenever a template names a
 * partial, so it keeps what it has parsed.
 */
@FunctionalInterface
public interface Partials {
    /**
     * The template of a name.
     *
     * @param name the name, any text that a template or, for {@code include}, its data says
     * @return the template; empty if there is none of that name
     * @throws TemplateSyntaxException if it cannot be parsed
     */
    Optional<LiquidTemplate> find(String name);

    /**
     * No partials.
     *
     * @return a source of none
     */
    static Partials none() {
        return name -> Optional.empty();
    }

    /**
     * Partials from their sources, each parsed when it is first named.
     *
     * @param sources the source of each name
     * @return a source of these
     */
    static Partials of(Map<String, String> sources) {
        Map<String, String> copy = Map.copyOf(sources);
        Map<String, LiquidTemplate> parsed = new ConcurrentHashMap<>();
        return name -> Optional.ofNullable(copy.get(name))
                .map(source -> parsed.computeIfAbsent(name, key -> LiquidTemplate.parse(source)));
    }
}
