package dev.svar.template;

import java.util.ArrayList;
import java.util.List;

/** {@code for}: first the slice, then its reversal, as in the reference. */
record ForTag(String variable, Slice slice, boolean reversed, Block body, Block otherwise, Position at)
        implements Node {
    static Node parse(Segment.Tag tag, BlockParser parser) {
        Slice.Reader reader = new Slice.Reader(tag, parser);
        boolean reversed = false;
        while (!reader.markup().atEnd()) {
            if (reader.markup().acceptWord("reversed")) {
                reversed = true;
            } else if (!reader.option()) {
                throw reader.markup().expected("reversed, limit, offset or the end of the tag");
            }
        }
        BlockParser.Section section = parser.section(tag, "else", "endfor");
        List<Block> blocks = new ArrayList<>(List.of(section.block(), Block.EMPTY));
        while (section.end().name().equals("else")) {
            section = parser.section(tag, "else", "endfor");
            blocks.set(1, section.block());
        }
        List<Block> tidied = Block.tidied(blocks);
        return new ForTag(reader.variable(), reader.slice(), reversed, tidied.get(0), tidied.get(1), reader.at());
    }

    @Override
    public Flow render(Rendering rendering) {
        rendering.step(at, 1);
        List<Value> values = slice.elements(rendering);
        if (values.isEmpty()) {
            return otherwise.render(rendering);
        }
        if (reversed) {
            rendering.step(at, values.size());
            values = Slice.reversed(values);
        }
        Loop loop = rendering.scope().enter(slice.name(), variable, values.size());
        for (int i = 0; i < values.size(); i++) {
            rendering.step(at, 1);
            loop.next(values.get(i));
            if (body.render(rendering) == Flow.BREAK) {
                break;
            }
        }
        rendering.scope().leave(loop);
        return Flow.NEXT;
    }

    @Override
    public void review(Review review) {
        slice.review(variable, Loop.TYPES, body, review);
        otherwise.review(review);
    }

    @Override
    public boolean blank() {
        return body.blank() && otherwise.blank();
    }
}
