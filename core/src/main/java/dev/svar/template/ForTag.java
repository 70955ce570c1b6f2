package dev.svar.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** {@code for}: first the slice, then its reversal, as in the reference. */
record ForTag(String variable, Slice slice, boolean reversed, Block body, Block otherwise, Position at)
        implements Node {
    /** Which part of what is looped over; the name is that of the loop, for {@code offset: continue}. */
    record Slice(
            String name,
            Expression collection,
            Optional<Expression> limit,
            Optional<Expression> offset,
            boolean continued) {}

    static Node parse(Segment.Tag tag, BlockParser parser) {
        ExpressionParser markup = parser.markup(tag);
        String variable = markup.word("the name of a variable");
        if (!markup.acceptWord("in")) {
            throw markup.expected("in");
        }
        Token first = markup.peek();
        Expression collection = markup.operand();
        String name = variable + "-" + markup.textSince(first);
        Optional<Expression> limit = Optional.empty();
        Optional<Expression> offset = Optional.empty();
        boolean continued = false;
        boolean reversed = false;
        while (!markup.atEnd()) {
            if (markup.acceptWord("reversed")) {
                reversed = true;
            } else if (markup.acceptWord("limit")) {
                markup.symbol(":");
                limit = Optional.of(markup.operand());
            } else if (markup.acceptWord("offset")) {
                markup.symbol(":");
                continued = markup.acceptWord("continue");
                offset = continued ? Optional.empty() : Optional.of(markup.operand());
            } else if (!markup.acceptSymbol(",")) {
                throw markup.expected("reversed, limit, offset or the end of the tag");
            }
        }
        BlockParser.Section section = parser.section(tag, "else", "endfor");
        List<Block> blocks = new ArrayList<>(List.of(section.block(), Block.EMPTY));
        if (section.end().name().equals("else")) {
            parser.markup(section.end()).end();
            section = parser.section(tag, "endfor");
            blocks.set(1, section.block());
        }
        parser.markup(section.end()).end();
        List<Block> tidied = Block.tidied(blocks);
        Slice slice = new Slice(name, collection, limit, offset, continued);
        return new ForTag(variable, slice, reversed, tidied.get(0), tidied.get(1), parser.position(tag));
    }

    @Override
    public Flow render(Rendering rendering) {
        rendering.step(at, 1);
        List<Value> values = selected(rendering);
        if (values.isEmpty()) {
            return otherwise.render(rendering);
        }
        Loop loop = new Loop(slice.name, variable, values.size());
        rendering.enter(loop);
        try {
            for (Value value : values) {
                rendering.step(at, 1);
                loop.next(value);
                if (body.render(rendering) == Flow.BREAK) {
                    break;
                }
            }
        } finally {
            rendering.leave();
        }
        return Flow.NEXT;
    }

    private List<Value> selected(Rendering rendering) {
        List<Value> all = Loop.elements(slice.collection.value(rendering));
        long from = slice.continued ? rendering.loopEnd(slice.name) : whole(slice.offset, 0, rendering);
        long limit = whole(slice.limit, all.size(), rendering);
        int start = (int) Math.max(0, Math.min(all.size(), from));
        int end = (int) Math.max(start, Math.min(all.size(), start + limit));
        rendering.loopEnd(slice.name, end);
        List<Value> part = all.subList(start, end);
        if (!reversed) {
            return part;
        }
        rendering.step(at, part.size());
        List<Value> turned = new ArrayList<>(part);
        Collections.reverse(turned);
        return turned;
    }

    private long whole(Optional<Expression> expression, long otherwise, Rendering rendering) {
        if (expression.isEmpty()) {
            return otherwise;
        }
        Value value = expression.get().value(rendering);
        if (value.equals(Value.NIL)) {
            return otherwise;
        }
        Optional<Long> number = Numbers.whole(value);
        if (number.isEmpty()) {
            rendering.fault(at, "limit and offset take a whole number");
        }
        return number.orElse(otherwise);
    }

    @Override
    public boolean blank() {
        return body.blank() && otherwise.blank();
    }
}
