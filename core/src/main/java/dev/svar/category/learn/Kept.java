package dev.svar.category.learn;

import dev.svar.contact.Actor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The examples to train from: of each id all that was said, of which the last counts. Not safe for use by several threads. */
final class Kept {
    private static final int MOST_OF_ONE = 4;

    private final int most;
    private final Map<String, List<CategoryExample>> examples = new LinkedHashMap<>();

    Kept(int most) {
        this.most = most;
    }

    void add(CategoryExample example) {
        List<CategoryExample> of = examples.computeIfAbsent(example.id(), id -> new ArrayList<>(1));
        of.add(example.cut());
        if (of.size() > MOST_OF_ONE) {
            of.remove(0);
        }
        if (examples.size() > most) {
            examples.remove(examples.keySet().iterator().next());
        }
    }

    int forget(Collection<String> ids) {
        int before = examples.size();
        examples.keySet().removeAll(Set.copyOf(ids));
        return before - examples.size();
    }

    int forgetTaughtBy(Actor person) {
        return remove(example -> example.by().equals(person));
    }

    /** Puts all of a category into another one, or nowhere. */
    int move(String category, Optional<String> to) {
        if (to.isEmpty()) {
            return remove(example -> example.category().equals(category));
        }
        int moved = 0;
        for (List<CategoryExample> of : examples.values()) {
            for (int i = 0; i < of.size(); i++) {
                if (of.get(i).category().equals(category)) {
                    of.set(i, of.get(i).in(to.get()));
                    moved++;
                }
            }
        }
        return moved;
    }

    private int remove(Predicate<CategoryExample> which) {
        int removed = 0;
        for (List<CategoryExample> of : examples.values()) {
            int before = of.size();
            of.removeIf(which);
            removed += before - of.size();
        }
        examples.values().removeIf(List::isEmpty);
        return removed;
    }

    int size() {
        return examples.size();
    }

    Optional<CategoryExample> find(String id) {
        return Optional.ofNullable(examples.get(id)).map(of -> of.get(of.size() - 1));
    }

    List<CategoryExample> all() {
        return examples.values().stream().map(of -> of.get(of.size() - 1)).toList();
    }
}
