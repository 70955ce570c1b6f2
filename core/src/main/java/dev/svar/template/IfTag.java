package dev.svar.template;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code if} and {@code unless}, with {@code elsif} and {@code else}. What follows the first {@code else} is never
 * reached, as in the reference.
 */
record IfTag(List<Condition> conditions, List<Block> blocks, Position at) implements Node {
    static Node parse(Segment.Tag tag, BlockParser parser) {
        List<Condition> conditions = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        Condition first = condition(tag, parser);
        conditions.add(tag.name().equals("unless") ? new Condition.Not(first) : first);
        String close = "end" + tag.name();
        BlockParser.Section section = parser.section(tag, "elsif", "else", close);
        blocks.add(section.block());
        while (!section.end().name().equals(close)) {
            boolean otherwise = section.end().name().equals("else");
            conditions.add(otherwise ? Condition.ALWAYS : condition(section.end(), parser));
            section = parser.section(tag, "elsif", "else", close);
            blocks.add(section.block());
        }
        return new IfTag(List.copyOf(conditions), Block.tidied(blocks), parser.position(tag));
    }

    private static Condition condition(Segment.Tag tag, BlockParser parser) {
        ExpressionParser markup = parser.markup(tag);
        Condition condition = markup.condition();
        markup.end();
        return condition;
    }

    @Override
    public Flow render(Rendering rendering) {
        for (int i = 0; i < conditions.size(); i++) {
            rendering.step(at, 1);
            if (conditions.get(i).holds(rendering)) {
                return blocks.get(i).render(rendering);
            }
        }
        return Flow.NEXT;
    }

    @Override
    public void review(Review review) {
        review.asking(
                () -> conditions.forEach(condition -> condition.review(review)),
                () -> blocks.forEach(block -> block.review(review)));
    }

    @Override
    public boolean blank() {
        return Block.blank(blocks);
    }
}
