package dev.svar.template;

import dev.svar.template.TemplateSchema.ListOf;
import dev.svar.template.TemplateSchema.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in {@code render} and {@code include}: a name, what is bound to a variable, and what is passed by name.
 *
 * @param each whether it is rendered for every element of what is bound
 * @param alias the variable's name, if it is not the partial's
 */
record PartialCall(
        Expression name,
        Optional<Expression> bound,
        boolean each,
        Optional<String> alias,
        Map<String, Expression> passed,
        Position at) {
    PartialCall {
        passed = Map.copyOf(passed);
    }

    static PartialCall parse(Segment.Tag tag, BlockParser parser, ExpressionParser markup) {
        Expression name = markup.operand();
        boolean each = markup.peek().word("for");
        Optional<Expression> bound = Optional.empty();
        if (markup.acceptWord("with") || markup.acceptWord("for")) {
            bound = Optional.of(markup.operand());
        }
        Optional<String> alias = Optional.empty();
        if (markup.acceptWord("as")) {
            alias = Optional.of(markup.word("the name of a variable"));
        }
        Map<String, Expression> passed = new LinkedHashMap<>();
        while (!markup.atEnd()) {
            if (!markup.acceptSymbol(",")) {
                String key = markup.word("with, for, as, the name of an argument or the end of the tag");
                markup.symbol(":");
                passed.put(key, markup.operand());
            }
        }
        return new PartialCall(name, bound, each, alias, passed, parser.position(tag));
    }

    /** The name of the variable that holds what is bound. */
    String variable(String partial) {
        return alias.orElseGet(() -> partial.substring(partial.lastIndexOf('/') + 1));
    }

    Map<String, Value> values(Rendering rendering) {
        Map<String, Value> values = new LinkedHashMap<>();
        passed.forEach((key, expression) -> values.put(key, expression.value(rendering)));
        return values;
    }

    /** For which placeholders the names stand that are passed, if somebody looks for holes. */
    Map<String, String> aliases(Rendering rendering) {
        Map<String, String> aliases = new LinkedHashMap<>();
        if (rendering.looksForHoles()) {
            passed.forEach((key, expression) ->
                    placeholder(expression, rendering).ifPresent(placeholder -> aliases.put(key, placeholder)));
        }
        return aliases;
    }

    /** For which placeholder that stands which is bound as a whole. */
    Optional<String> boundPlaceholder(Rendering rendering) {
        return rendering.looksForHoles() ? bound.flatMap(whole -> placeholder(whole, rendering)) : Optional.empty();
    }

    private static Optional<String> placeholder(Expression expression, Rendering rendering) {
        return expression instanceof Path path ? path.placeholder(rendering) : Optional.empty();
    }

    /** The names that the partial sees, as far as they are known without data. */
    Map<String, Review.Local> names(String partial, Review review) {
        Map<String, Review.Local> names = new LinkedHashMap<>();
        passed.forEach((key, expression) -> names.put(key, local(expression, review)));
        bound.ifPresent(expression -> {
            Review.Local whole = local(expression, review);
            names.put(variable(partial), each ? new Review.Local(element(whole.type())) : whole);
        });
        if (each) {
            Loop.TYPES.forEach((name, type) -> names.put(name, new Review.Local(type)));
        }
        return names;
    }

    private static Type element(Type type) {
        return type instanceof ListOf list ? list.element() : type;
    }

    private static Review.Local local(Expression expression, Review review) {
        Type type = expression.type(review);
        return new Review.Local(type, expression instanceof Path path ? path.placeholder(review) : Optional.empty());
    }

    Optional<LiquidTemplate> find(String partial, Rendering rendering) {
        try {
            Optional<LiquidTemplate> found = rendering.context().partials().find(partial);
            if (found.isEmpty()) {
                boolean stated = Path.constant(name) != null;
                rendering.fault(
                        at,
                        TemplateRenderException.Reason.UNKNOWN_PARTIAL,
                        "there is no partial " + (stated ? Texts.shown(partial) : "of that name"));
            }
            return found;
        } catch (TemplateSyntaxException e) {
            throw e.in(partial);
        }
    }
}
