package dev.svar.template;

import dev.svar.error.Check;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A parsed Liquid template. Immutable and safe for use by many threads.
 *
 * <p>The language is that of Shopify's reference: <a
 * href="https://shopify.github.io/liquid/">shopify.github.io/liquid</a>. Where the reference writes an error into the
 * output, a lax rendering writes nothing and any other one throws. All standard tags and filters are there, besides them
 * {@code raw}, which inserts HTML that is sanitized already, and {@code t}, which inserts one of the {@link Messages}.
 *
 * <p>Whatever the source, parsing takes time linear in its length, and rendering ends within the limits of the
 * {@link RenderContext}. Besides these, a source has at most {@link #MAX_SOURCE} characters, blocks and brackets are
 * nested at most {@link #MAX_DEPTH} deep, a range has at most {@link #MAX_RANGE} elements, and a template
 * with the partials that are rendered inside of each other has at most 300 nested blocks.
 */
public final class LiquidTemplate {
    /** The most UTF-16 units of a source. */
    public static final int MAX_SOURCE = Limits.SOURCE;

    /** How deep blocks, and brackets, may be nested. */
    public static final int MAX_DEPTH = Limits.DEPTH;

    /** The most elements of a range {@code (1..n)}. */
    public static final int MAX_RANGE = Limits.RANGE;

    private static final int SHORT = 64;
    private static final int LONG = 1 << 14;
    private static final int MARGIN = 16;

    private final Block root;
    private final int depth;

    // A hint that saves copies, the same template writes about the same; a race costs nothing but a copy.
    private int usualLength = SHORT;

    private LiquidTemplate(BlockParser.Parsed parsed) {
        this.root = parsed.root();
        this.depth = parsed.depth();
    }

    /**
     * Parses a source.
     *
     * @param source the source
     * @return the template
     * @throws TemplateSyntaxException if it is not Liquid or is nested too deep; it says where
     * @throws dev.svar.error.InvalidValueException if it is longer than {@link #MAX_SOURCE}
     */
    public static LiquidTemplate parse(String source) {
        return new LiquidTemplate(BlockParser.parse(new Source(Check.length("source", source, MAX_SOURCE))));
    }

    /**
     * Renders with some data.
     *
     * @param context the data, and for whom and within which limits
     * @return what the template wrote
     * @throws TemplateRenderException if a limit is exceeded or, in strict mode, something is unknown or cannot be
     *     computed; it says where
     */
    public String render(RenderContext context) {
        Rendering rendering = new Rendering(context, depth, usualLength);
        root.render(rendering);
        String result = rendering.result();
        usualLength = Math.min(LONG, Math.max(SHORT, result.length() + result.length() / MARGIN));
        return result;
    }

    /**
     * Holds the template against what an event offers, without partials.
     *
     * @param schema the names that there are
     * @return what is wrong, in the order of the source; at most a hundred problems
     */
    public List<TemplateProblem> check(TemplateSchema schema) {
        return check(schema, Partials.none());
    }

    /**
     * Holds the template against what an event offers: placeholders and fields that do not exist, filters that do not, wrong
     * numbers and kinds of arguments, loops over what is not a list. What is assigned in a template is known from there on.
     *
     * @param schema the names that there are
     * @param partials what {@code render} and {@code include} find; they are checked with what is passed to them
     * @return what is wrong, in the order of the source; at most a hundred problems
     */
    public List<TemplateProblem> check(TemplateSchema schema, Partials partials) {
        return check(schema, partials, Optional.empty());
    }

    /**
     * The same, and the uses of the filter {@code t}: keys that there are not, or not in the default language of the
     * messages, and arguments that a message wants in any language.
     *
     * @param schema the names that there are
     * @param partials what {@code render} and {@code include} find; they are checked with what is passed to them
     * @param messages the texts that there are
     * @return what is wrong, in the order of the source; at most a hundred problems
     */
    public List<TemplateProblem> check(TemplateSchema schema, Partials partials, Messages messages) {
        return check(schema, partials, Optional.of(messages));
    }

    private List<TemplateProblem> check(TemplateSchema schema, Partials partials, Optional<Messages> messages) {
        Map<String, Map<String, TemplateSchema.Type>> assigned = new HashMap<>();
        Review first = new Review(Optional.of(schema), partials, messages, depth, assigned);
        root.review(first);
        if (assigned.values().stream().allMatch(Map::isEmpty)) {
            return first.problems();
        }
        // What a name is given further down counts above it too, in the next turn of a loop.
        Review second = new Review(Optional.of(schema), partials, messages, depth, assigned);
        root.review(second);
        return second.problems();
    }

    /**
     * The placeholders without which the output has a hole: those that are written, looped over or passed on, except where
     * {@code default} stands in for them and in blocks of an {@code if} or {@code case} that asks for them. Names that the
     * template assigns itself are none; partials are not looked into.
     *
     * @return names joined by dots, sorted, for example {@code ticket.title}
     */
    public Set<String> requiredPlaceholders() {
        return requiredPlaceholders(Partials.none());
    }

    /**
     * The same, and those that partials need, under the names that they have outside: in one that is given {@code who:
     * ticket.requester}, {@code who.name} is {@code ticket.requester.name}. A partial whose name only data says, which
     * {@code include} allows, is not looked into.
     *
     * @param partials what {@code render} and {@code include} find
     * @return names joined by dots, sorted, for example {@code ticket.title}
     */
    public Set<String> requiredPlaceholders(Partials partials) {
        Review review = new Review(Optional.empty(), partials, Optional.empty(), depth, new HashMap<>());
        root.review(review);
        return Collections.unmodifiableSet(review.required());
    }

    Block root() {
        return root;
    }

    /** How deep its blocks are nested. */
    int depth() {
        return depth;
    }
}
