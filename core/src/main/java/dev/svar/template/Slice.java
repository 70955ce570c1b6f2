package dev.svar.template;

import dev.svar.template.TemplateSchema.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a loop goes through, and which part of it; the name is that of the loop, for {@code offset: continue}. */
record Slice(
        String name,
        Expression collection,
        Optional<Expression> limit,
        Optional<Expression> offset,
        boolean continued,
        Position at) {
    /** The elements that are left; a text is always there as a whole. */
    List<Value> elements(Rendering rendering) {
        Value value = collection.value(rendering);
        List<Value> all = Loop.elements(value, rendering);
        long from = continued ? rendering.scope().loopEnd(name) : whole("offset", offset, 0, rendering);
        long to = limit.isEmpty() ? all.size() : from + whole("limit", limit, all.size(), rendering);
        if (Texts.is(value)) {
            return all;
        }
        int start = (int) Math.max(0, Math.min(all.size(), from));
        int end = (int) Math.max(start, Math.min(all.size(), to));
        rendering.scope().loopEnd(name, from + (end - start));
        return start == 0 && end == all.size() ? all : all.subList(start, end);
    }

    /** Looks at a loop over the slice; the types are those of the object that tells of it. */
    void review(String variable, Map<String, Type> loop, Block body, Review review) {
        limit.ifPresent(expression -> expression.type(review));
        offset.ifPresent(expression -> expression.type(review));
        Map<String, Type> names = new LinkedHashMap<>(loop);
        names.put(variable, review.elements(collection.type(review), at));
        review.inside(names, () -> review.again(() -> body.review(review)));
    }

    private long whole(String argument, Optional<Expression> expression, long otherwise, Rendering rendering) {
        Value value = expression.isEmpty() ? Value.NIL : expression.get().value(rendering);
        if (value.equals(Value.NIL)) {
            return otherwise;
        }
        Optional<Long> number = Numbers.whole(value);
        if (number.isEmpty()) {
            rendering.fault(at, argument + " takes a whole number");
        }
        return number.orElse(otherwise);
    }

    /** Reads {@code variable in collection} and the options that a tag knows. */
    static final class Reader {
        private final ExpressionParser markup;
        private final Position at;
        private final String variable;
        private final String name;
        private final Expression collection;
        private Optional<Expression> limit = Optional.empty();
        private Optional<Expression> offset = Optional.empty();
        private boolean continued;

        Reader(Segment.Tag tag, BlockParser parser) {
            this.markup = parser.markup(tag);
            this.at = parser.position(tag);
            this.variable = markup.word("the name of a variable");
            if (!markup.acceptWord("in")) {
                throw markup.expected("in");
            }
            Token first = markup.peek();
            this.collection = markup.operand();
            this.name = variable + "-" + markup.textSince(first);
        }

        ExpressionParser markup() {
            return markup;
        }

        String variable() {
            return variable;
        }

        Position at() {
            return at;
        }

        boolean option() {
            if (markup.acceptOption("limit")) {
                limit = Optional.of(markup.operand());
            } else if (markup.acceptOption("offset")) {
                continued = markup.acceptWord("continue");
                offset = continued ? Optional.empty() : Optional.of(markup.operand());
            } else {
                return markup.acceptSymbol(",");
            }
            return true;
        }

        Slice slice() {
            return new Slice(name, collection, limit, offset, continued, at);
        }
    }

    static List<Value> reversed(List<Value> values) {
        List<Value> turned = new ArrayList<>(values.size());
        for (int i = values.size() - 1; i >= 0; i--) {
            turned.add(values.get(i));
        }
        return turned;
    }
}
