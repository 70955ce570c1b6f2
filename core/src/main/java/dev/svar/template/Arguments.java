package dev.svar.template;

import java.util.List;
import java.util.Map;

/** The arguments of one call of a filter, and the rendering that it happens in. */
record Arguments(List<Value> positional, Map<String, Value> named, Rendering rendering) {
    int count() {
        return positional.size();
    }

    boolean has(int index) {
        return index < positional.size();
    }

    Value value(int index) {
        return positional.get(index);
    }

    /** The argument as it prints. */
    String text(int index) {
        return rendering.text(positional.get(index));
    }

    String text(int index, String otherwise) {
        return has(index) ? text(index) : otherwise;
    }

    /** The argument as a whole number, cut to what an int holds; an optional one may be nil. */
    int whole(int index, int otherwise) {
        if (!has(index) || positional.get(index).equals(Value.NIL)) {
            return otherwise;
        }
        return whole(index);
    }

    int whole(int index) {
        return cut(Numbers.whole(positional.get(index)).orElseThrow(() -> new Fault("takes a whole number here")));
    }

    /** The same, but as arithmetic takes it: a fraction is cut off, and what is no number is zero. */
    int truncated(int index) {
        return has(index) ? cut(Numbers.clamped(Numbers.of(positional.get(index)))) : 0;
    }

    private static int cut(long number) {
        return (int) Math.max(-Integer.MAX_VALUE, Math.min(Integer.MAX_VALUE, number));
    }

    boolean flag(String name) {
        return named.containsKey(name) && Comparing.truthy(named.get(name));
    }
}
