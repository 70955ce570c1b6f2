package dev.svar.template;

import java.util.List;

/** Nodes in their order. */
record Block(List<Node> nodes) implements Node {
    static final Block EMPTY = new Block(List.of());

    Block {
        nodes = List.copyOf(nodes);
    }

    @Override
    public Flow render(Rendering rendering) {
        for (int i = 0; i < nodes.size(); i++) {
            Flow flow = nodes.get(i).render(rendering);
            if (flow != Flow.NEXT) {
                return flow;
            }
        }
        return Flow.NEXT;
    }

    @Override
    public void review(Review review) {
        nodes.forEach(node -> node.review(review));
    }

    @Override
    public boolean blank() {
        return nodes.stream().allMatch(Node::blank);
    }

    static boolean blank(List<Block> blocks) {
        return blocks.stream().allMatch(Block::blank);
    }

    /** The same if it writes something, else only what has an effect. */
    static List<Block> tidied(List<Block> blocks) {
        if (!blank(blocks)) {
            return List.copyOf(blocks);
        }
        return blocks.stream()
                .map(block -> new Block(block.nodes.stream()
                        .filter(node -> !(node instanceof Node.Literal))
                        .toList()))
                .toList();
    }
}
