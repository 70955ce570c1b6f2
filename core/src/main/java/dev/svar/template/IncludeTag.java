package dev.svar.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code include}, the older way to a partial: it sees and changes everything that the template does. Templates that are
 * pasted from elsewhere have it; a partial that {@code render} renders must not.
 */
record IncludeTag(PartialCall call) implements Node {
    static Node parse(Segment.Tag tag, BlockParser parser) {
        return new IncludeTag(PartialCall.parse(tag, parser, parser.markup(tag)));
    }

    @Override
    public Flow render(Rendering rendering) {
        rendering.step(call.at(), 1);
        Value named = call.name().value(rendering);
        if (rendering.scope().isolated() || !Texts.is(named)) {
            rendering.fault(
                    call.at(),
                    Texts.is(named)
                            ? "include is not allowed in a partial that render renders"
                            : "include takes the name of a partial");
            return Flow.NEXT;
        }
        String name = Texts.of(named);
        Optional<LiquidTemplate> partial = call.find(name, rendering);
        return partial.isEmpty() ? Flow.NEXT : included(name, partial.get(), rendering);
    }

    @Override
    public void review(Review review) {
        String name = Path.constant(call.name());
        if (name == null) {
            call.name().type(review);
        } else {
            Runnable look = () -> review.partial(name, call.at(), call.names(name, review), false);
            if (call.bound().isPresent()) {
                review.again(look);
            } else {
                look.run();
            }
        }
    }

    private Flow included(String name, LiquidTemplate partial, Rendering rendering) {
        Value variable = rendering.scope().variable(name);
        Value bound = call.bound().isPresent()
                ? call.bound().get().value(rendering)
                : variable == null ? Value.NIL : variable;
        Map<String, Value> names = new LinkedHashMap<>();
        Scope scope = rendering.scope();
        Map<String, String> aliases = new LinkedHashMap<>();
        Optional<String> placeholder =
                call.bound().isPresent() ? call.boundPlaceholder(rendering) : scope.placeholder(name);
        scope.enter(new Frame.Passed(names, aliases));
        names.putAll(call.values(rendering));
        aliases.putAll(call.aliases(rendering));
        aliases.remove(call.variable(name));
        if (!(bound instanceof Value.Items)) {
            placeholder.ifPresent(whole -> aliases.put(call.variable(name), whole));
        }
        Flow flow = Flow.NEXT;
        for (Value element : bound instanceof Value.Items items && !(items.values() instanceof Span)
                ? items.values()
                : List.of(bound)) {
            rendering.step(call.at(), 1);
            names.put(call.variable(name), element);
            flow = rendering.inside(partial, name, scope, call.at());
            if (flow != Flow.NEXT) {
                break;
            }
        }
        scope.leave();
        return flow;
    }
}
