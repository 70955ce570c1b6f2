package dev.svar.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names that a template sees, and what it remembers of its loops. A partial that is rendered has one of its own. */
final class Scope {
    private final Map<String, Value> data;
    private final boolean isolated;
    private final List<Frame> frames = new ArrayList<>(2);
    private final Map<String, Value> assigned = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private final Map<String, Value> counters = new HashMap<>();
    private final Map<String, Long> loopEnds = new HashMap<>();
    private final Map<Object, Integer> turns = new HashMap<>();
    private @Nullable Loop innermost;
    private String lastChanged = "";

    private Scope(Map<String, Value> data, boolean isolated) {
        this.data = data;
        this.isolated = isolated;
    }

    static Scope of(Value.Fields data) {
        return new Scope(data.values(), false);
    }

    /** A scope that knows nothing but what is passed to it. */
    static Scope isolated(Map<String, Value> passed, Map<String, String> aliases) {
        Scope scope = new Scope(Map.of(), true);
        scope.assigned.putAll(passed);
        scope.aliases.putAll(aliases);
        return scope;
    }

    boolean isolated() {
        return isolated;
    }

    @Nullable
    Value variable(String name) {
        for (int i = frames.size() - 1; i >= 0; i--) {
            Value found = frames.get(i).find(name);
            if (found != null) {
                return found;
            }
        }
        Value found = assigned.get(name);
        if (found == null) {
            found = counters.get(name);
        }
        return found == null ? data.get(name) : found;
    }

    /** A field of the innermost object of that name that tells of a loop. */
    @Nullable
    Value loopField(String object, String field) {
        for (int i = frames.size() - 1; i >= 0; i--) {
            Value found = frames.get(i).field(object, field);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Which placeholder of the data a name stands for, if it is one or another name for one. */
    Optional<String> placeholder(String name) {
        for (int i = frames.size() - 1; i >= 0; i--) {
            if (frames.get(i).find(name) != null) {
                return frames.get(i).placeholder(name);
            }
        }
        if (assigned.containsKey(name)) {
            return Optional.ofNullable(aliases.get(name));
        }
        return isolated || counters.containsKey(name) ? Optional.empty() : Optional.of(name);
    }

    /** @param placeholder what it is another name for, if it is */
    void assign(String name, Value value, Optional<String> placeholder) {
        assigned.put(name, value);
        aliases.remove(name);
        placeholder.ifPresent(whole -> aliases.put(name, whole));
    }

    /** A counter starts with the number that the data has under its name, else with zero. */
    Value.Num counter(String name) {
        Value value = counters.get(name);
        Value start = value == null ? data.get(name) : value;
        return start instanceof Value.Num number ? number : Numbers.ZERO;
    }

    void counter(String name, Value.Num value) {
        counters.put(name, value);
    }

    void enter(Frame frame) {
        frames.add(frame);
    }

    void leave() {
        frames.remove(frames.size() - 1);
    }

    /** Enters a loop inside of those that are entered already; {@link #leave(Loop)} gives back the one outside. */
    Loop enter(String name, String variable, int length) {
        Loop loop = new Loop(name, variable, length, innermost);
        innermost = loop;
        frames.add(loop);
        return loop;
    }

    void leave(Loop loop) {
        leave();
        innermost = loop.parent();
    }

    /** Where the last loop of that name ended. */
    long loopEnd(String name) {
        return loopEnds.getOrDefault(name, 0L);
    }

    void loopEnd(String name, long end) {
        loopEnds.put(name, end);
    }

    /** Which value of a cycle comes; the caller says which one comes next. */
    int turn(Object cycle) {
        return turns.getOrDefault(cycle, 0);
    }

    void turn(Object cycle, int next) {
        turns.put(cycle, next);
    }

    /** Whether this is another text than the last one that was asked about. */
    boolean changed(String text) {
        boolean changed = !text.equals(lastChanged);
        lastChanged = text;
        return changed;
    }
}
