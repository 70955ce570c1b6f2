package dev.svar.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code render}: a partial that sees what is passed to it and nothing else, and changes nothing outside. */
record RenderTag(String name, PartialCall call) implements Node {
    static Node parse(Segment.Tag tag, BlockParser parser) {
        ExpressionParser markup = parser.markup(tag);
        if (markup.peek().kind() != Token.Kind.STRING) {
            throw markup.expected("the name of a partial in quotes");
        }
        String name = markup.peek().text();
        return new RenderTag(name, PartialCall.parse(tag, parser, markup));
    }

    @Override
    public Flow render(Rendering rendering) {
        rendering.step(call.at(), 1);
        Optional<LiquidTemplate> partial = call.find(name, rendering);
        if (partial.isEmpty()) {
            return Flow.NEXT;
        }
        Value bound = call.bound().isEmpty() ? Value.NIL : call.bound().get().value(rendering);
        if (call.each() && (bound instanceof Value.Items || bound instanceof Value.Fields)) {
            List<Value> elements = Loop.elements(bound, rendering);
            Loop loop = new Loop(name, call.variable(name), elements.size(), null);
            for (Value element : elements) {
                loop.next(element);
                once(partial.get(), element, Optional.of(loop), rendering);
            }
        } else {
            once(partial.get(), bound, Optional.empty(), rendering);
        }
        return Flow.NEXT;
    }

    @Override
    public void review(Review review) {
        review.partial(name, call.at(), call.names(name, review), true);
    }

    private void once(LiquidTemplate partial, Value bound, Optional<Loop> loop, Rendering rendering) {
        rendering.step(call.at(), 1);
        Map<String, Value> names = call.values(rendering);
        if (loop.isPresent()) {
            names.putIfAbsent("forloop", loop.get().forloop());
        }
        Map<String, String> aliases = call.aliases(rendering);
        String variable = call.variable(name);
        if (!bound.equals(Value.NIL)) {
            names.put(variable, bound);
            aliases.remove(variable);
        } else if (rendering.strict() && call.bound().isPresent()) {
            // Or to ask whether it is there would be to ask for an unknown name.
            names.putIfAbsent(variable, bound);
        }
        if (loop.isEmpty() && bound.equals(names.get(variable))) {
            call.boundPlaceholder(rendering).ifPresent(placeholder -> aliases.put(variable, placeholder));
        }
        rendering.inside(partial, name, Scope.isolated(names, aliases), call.at());
    }
}
