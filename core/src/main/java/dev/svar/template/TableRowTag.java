package dev.svar.template;

import java.util.List;
import java.util.Optional;

/** {@code tablerow}: the rows and cells of an HTML table, as many cells a row as {@code cols} says. */
record TableRowTag(String variable, Slice slice, Optional<Expression> columns, Block body, Position at)
        implements Node {
    static Node parse(Segment.Tag tag, BlockParser parser) {
        Slice.Reader reader = new Slice.Reader(tag, parser);
        Optional<Expression> columns = Optional.empty();
        while (!reader.markup().atEnd()) {
            if (reader.markup().acceptOption("cols")) {
                columns = Optional.of(reader.markup().operand());
            } else if (!reader.option()) {
                throw reader.markup().expected("cols, limit, offset or the end of the tag");
            }
        }
        BlockParser.Section section = parser.section(tag, "endtablerow");
        return new TableRowTag(reader.variable(), reader.slice(), columns, section.block(), reader.at());
    }

    @Override
    public Flow render(Rendering rendering) {
        rendering.step(at, 1);
        if (!Comparing.truthy(slice.collection().value(rendering))) {
            return Flow.NEXT;
        }
        List<Value> values = slice.elements(rendering);
        TableLoop loop = new TableLoop(variable, values.size(), width(values.size(), rendering));
        rendering.write("<tr class=\"row1\">\n");
        rendering.scope().enter(loop);
        for (int i = 0; i < values.size(); i++) {
            rendering.step(at, 1);
            loop.next(values.get(i));
            rendering.write("<td class=\"col" + loop.column() + "\">");
            Flow flow = body.render(rendering);
            rendering.write("</td>");
            if (flow == Flow.BREAK) {
                break;
            }
            if (loop.rowEnds()) {
                rendering.write("</tr>\n<tr class=\"row" + (loop.row() + 1) + "\">");
            }
        }
        rendering.scope().leave();
        rendering.write("</tr>\n");
        return Flow.NEXT;
    }

    @Override
    public void review(Review review) {
        columns.ifPresent(expression -> expression.type(review));
        slice.review(variable, TableLoop.TYPES, body, review);
    }

    private long width(int elements, Rendering rendering) {
        Value value = columns.isEmpty() ? Value.NIL : columns.get().value(rendering);
        return value.equals(Value.NIL) ? elements : Numbers.clamped(Numbers.of(value));
    }
}
