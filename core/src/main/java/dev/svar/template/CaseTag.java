package dev.svar.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code case} with {@code when} and {@code else}. As in the reference a block is rendered once for every value of its
 * {@code when} that matches, and an {@code else} if nothing before it did.
 */
record CaseTag(Expression subject, List<Arm> arms, List<Block> blocks, Position at) implements Node {
    /**
     * What stands before a block.
     *
     * @param candidates none for an {@code else}
     * @param unread where something stands that the reference does not read
     */
    record Arm(List<Expression> candidates, Optional<Position> unread, Position at) {
        Arm {
            candidates = List.copyOf(candidates);
        }

        private void review(TemplateSchema.Type subject, Review review) {
            for (Expression candidate : candidates) {
                if (Comparison.mixed(subject, candidate.type(review))) {
                    review.problem(at, TemplateProblem.Kind.WRONG_ARGUMENT, Comparison.NEVER_EQUAL);
                }
            }
        }
    }

    static Node parse(Segment.Tag tag, BlockParser parser) {
        ExpressionParser markup = parser.markup(tag);
        Expression subject = markup.operand();
        markup.end();
        List<Arm> arms = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        BlockParser.Section section = parser.section(tag, "when", "else", "endcase");
        boolean blank = section.block().blank();
        while (!section.end().name().equals("endcase")) {
            arms.add(arm(section.end(), parser));
            section = parser.section(tag, "when", "else", "endcase");
            blocks.add(section.block());
        }
        return new CaseTag(
                subject, List.copyOf(arms), blank ? Block.tidied(blocks) : List.copyOf(blocks), parser.position(tag));
    }

    private static Arm arm(Segment.Tag tag, BlockParser parser) {
        ExpressionParser markup = parser.markup(tag);
        List<Expression> candidates = new ArrayList<>();
        if (tag.name().equals("else")) {
            markup.end();
            return new Arm(candidates, Optional.empty(), parser.position(tag));
        }
        do {
            candidates.add(markup.operand());
        } while ((markup.acceptSymbol(",") || markup.acceptWord("or")) && !markup.atEnd());
        Optional<Position> unread = markup.atEnd() ? Optional.empty() : Optional.of(markup.position());
        return new Arm(candidates, unread, parser.position(tag));
    }

    @Override
    public Flow render(Rendering rendering) {
        rendering.step(at, 1);
        Expression found = subject instanceof Emptiness ? subject : new Expression.Literal(subject.value(rendering));
        boolean unmatched = true;
        for (int i = 0; i < arms.size(); i++) {
            Arm arm = arms.get(i);
            if (arm.unread.isPresent() && rendering.strict()) {
                rendering.fault(arm.unread.get(), "when is followed by something that is not read");
            }
            if (arm.candidates.isEmpty() && unmatched) {
                Flow flow = blocks.get(i).render(rendering);
                if (flow != Flow.NEXT) {
                    return flow;
                }
            }
            for (Expression candidate : arm.candidates) {
                rendering.step(arm.at, 1);
                if (Comparison.equal(found, candidate, rendering)) {
                    unmatched = false;
                    Flow flow = blocks.get(i).render(rendering);
                    if (flow != Flow.NEXT) {
                        return flow;
                    }
                }
            }
        }
        return Flow.NEXT;
    }

    @Override
    public void review(Review review) {
        review.asking(
                () -> {
                    TemplateSchema.Type type = subject.type(review);
                    arms.forEach(arm -> arm.review(type, review));
                },
                () -> blocks.forEach(block -> block.review(review)));
        for (Arm arm : arms) {
            arm.unread.ifPresent(where -> review.problem(
                    where, TemplateProblem.Kind.NOT_READ, "when is followed by something that is not read"));
        }
    }

    @Override
    public boolean blank() {
        return Block.blank(blocks);
    }
}
