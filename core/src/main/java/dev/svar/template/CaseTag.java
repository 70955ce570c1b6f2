package dev.svar.template;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code case} with {@code when} and {@code else}. Every {@code when} that matches is rendered, as in the reference.
 */
record CaseTag(Expression subject, List<List<Expression>> candidates, List<Block> blocks, Position at) implements Node {
    static Node parse(Segment.Tag tag, BlockParser parser) {
        ExpressionParser markup = parser.markup(tag);
        Expression subject = markup.operand();
        markup.end();
        List<List<Expression>> candidates = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        BlockParser.Section section = parser.section(tag, "when", "else", "endcase");
        while (section.end().name().equals("when")) {
            candidates.add(candidates(section.end(), parser));
            section = parser.section(tag, "when", "else", "endcase");
            blocks.add(section.block());
        }
        if (section.end().name().equals("else")) {
            parser.markup(section.end()).end();
            section = parser.section(tag, "endcase");
            blocks.add(section.block());
        }
        parser.markup(section.end()).end();
        return new CaseTag(subject, List.copyOf(candidates), Block.tidied(blocks), parser.position(tag));
    }

    private static List<Expression> candidates(Segment.Tag tag, BlockParser parser) {
        ExpressionParser markup = parser.markup(tag);
        List<Expression> candidates = new ArrayList<>();
        do {
            candidates.add(markup.operand());
        } while (markup.acceptSymbol(",") || markup.acceptWord("or"));
        if (!markup.atEnd()) {
            throw markup.expected("a comma, or, or the end of the tag");
        }
        return List.copyOf(candidates);
    }

    @Override
    public Flow render(Rendering rendering) {
        rendering.step(at, 1);
        Expression found = new Expression.Literal(subject.value(rendering));
        boolean matched = false;
        for (int i = 0; i < candidates.size(); i++) {
            if (matches(subject instanceof Emptiness ? subject : found, candidates.get(i), rendering)) {
                matched = true;
                Flow flow = blocks.get(i).render(rendering);
                if (flow != Flow.NEXT) {
                    return flow;
                }
            }
        }
        return matched || blocks.size() == candidates.size()
                ? Flow.NEXT
                : blocks.get(blocks.size() - 1).render(rendering);
    }

    private boolean matches(Expression found, List<Expression> any, Rendering rendering) {
        for (Expression candidate : any) {
            rendering.step(at, 1);
            if (Comparison.equal(found, candidate, rendering)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean blank() {
        return blocks.stream().allMatch(Block::blank);
    }
}
