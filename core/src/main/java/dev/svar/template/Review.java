package dev.svar.template;

import dev.svar.template.TemplateProblem.Kind;
import dev.svar.template.TemplateSchema.ListOf;
import dev.svar.template.TemplateSchema.ObjectOf;
import dev.svar.template.TemplateSchema.Scalar;
import dev.svar.template.TemplateSchema.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One walk over a template without data: which names it reads, and what of it cannot be right. */
final class Review {
    private static final int MOST_PROBLEMS = 100;
    private static final int MOST_PARTIALS = 500;

    private final Optional<TemplateSchema> schema;
    private final Partials partials;
    private final Optional<Messages> messages;
    private final List<TemplateProblem> problems = new ArrayList<>();
    private final Set<String> required = new TreeSet<>();
    private final Deque<Set<String>> tested = new ArrayDeque<>();
    private final Set<String> entered = new HashSet<>();
    private final Map<String, Map<String, Type>> assignedIn;
    private Map<String, Type> assigned;
    private Deque<Map<String, Local>> frames = new ArrayDeque<>();
    private boolean isolated;
    private boolean optional;
    private int loops;
    private int partialsSeen;
    private int depth;
    private String part = "";

    /**
     * One walk.
     *
     * @param assignedIn what is known of the names that the template, under an empty name, and each partial that sees nothing
     *     of it give to things themselves; it is added to
     */
    Review(
            Optional<TemplateSchema> schema,
            Partials partials,
            Optional<Messages> messages,
            int depth,
            Map<String, Map<String, Type>> assignedIn) {
        this.assignedIn = assignedIn;
        this.assigned = assignedOf("");
        this.messages = messages;
        this.depth = depth;
        this.schema = schema;
        this.partials = partials;
        frames.push(new LinkedHashMap<>());
    }

    private Map<String, Type> assignedOf(String scope) {
        return assignedIn.computeIfAbsent(scope, name -> new HashMap<>());
    }

    /**
     * A name of the template's own.
     *
     * @param type what stands there
     * @param placeholder what it is another name for, if it is
     */
    record Local(Type type, Optional<String> placeholder) {
        Local(Type type) {
            this(type, Optional.empty());
        }
    }

    Optional<Messages> messages() {
        return messages;
    }

    List<TemplateProblem> problems() {
        return List.copyOf(problems);
    }

    Set<String> required() {
        return required;
    }

    void problem(Position at, Kind kind, String problem, Optional<String> suggestion) {
        TemplateProblem found = new TemplateProblem(part, at.line(), at.column(), kind, problem, suggestion);
        if (problems.size() < MOST_PROBLEMS && !problems.contains(found)) {
            problems.add(found);
        }
    }

    void problem(Position at, Kind kind, String problem) {
        problem(at, kind, problem, Optional.empty());
    }

    /** What stands under a name; the way is what follows it by constant names, as far as it does. */
    Type name(String name, List<String> way, Position at) {
        placeholder(name, way).ifPresent(this::read);
        Optional<Local> local = local(name);
        if (local.isPresent()) {
            return local.get().type();
        }
        Type known = isolated || schema.isEmpty() ? null : schema.get().names().get(name);
        if (known != null) {
            return known;
        }
        // What is given further down in a loop is there in its next turn.
        if (loops > 0 && assigned.containsKey(name)) {
            return Scalar.ANY;
        }
        if (schema.isPresent() || isolated) {
            unknown(joined(name, way), at);
        }
        return Scalar.ANY;
    }

    /** Which placeholder a path means; empty if it leads into what the template itself made. */
    Optional<String> placeholder(String name, List<String> way) {
        Optional<Local> local = local(name);
        Optional<String> first = local.isPresent()
                ? local.get().placeholder()
                : Optional.of(name).filter(own -> !isolated);
        return first.map(whole -> joined(whole, way));
    }

    private Optional<Local> local(String name) {
        return frames.stream()
                .flatMap(frame -> Optional.ofNullable(frame.get(name)).stream())
                .findFirst();
    }

    private static String joined(String name, List<String> way) {
        return way.isEmpty() ? name : name + "." + String.join(".", way);
    }

    void unknown(String placeholder, Position at) {
        if (problems.size() >= MOST_PROBLEMS) {
            return;
        }
        Set<String> known = new TreeSet<>();
        frames.forEach(frame -> frame.forEach((name, local) -> collect("", Map.of(name, local.type()), known)));
        if (!isolated) {
            schema.ifPresent(all -> collect("", all.names(), known));
        }
        problem(
                at,
                Kind.UNKNOWN_PLACEHOLDER,
                "there is no " + Texts.shown(placeholder),
                NearMiss.of(placeholder, known));
    }

    private static void collect(String prefix, Map<String, Type> names, Set<String> to) {
        names.forEach((name, type) -> {
            to.add(prefix + name);
            if (type instanceof ObjectOf object) {
                collect(prefix + name + ".", object.fields(), to);
            }
        });
    }

    private void read(String placeholder) {
        if (!tested.isEmpty() && optional) {
            tested.peek().add(placeholder);
        } else if (!optional && tested.stream().noneMatch(names -> names.contains(placeholder))) {
            required.add(placeholder);
        }
    }

    /** Looks at something that may well be absent. */
    void optionally(Runnable look) {
        boolean outer = optional;
        optional = true;
        look.run();
        optional = outer;
    }

    /** Looks at conditions, and then at blocks in which what was asked about is there. */
    void asking(Runnable conditions, Runnable blocks) {
        tested.push(new HashSet<>());
        optionally(conditions);
        blocks.run();
        tested.pop();
    }

    /** A name that is given different things, in the blocks of an {@code if} or from one turn of a loop to the next, may be any. */
    void assign(String name, Type type) {
        Type joined = assigned.merge(name, type, (known, added) -> known.equals(added) ? known : Scalar.ANY);
        frames.getLast().put(name, new Local(joined));
    }

    void inside(Map<String, Type> names, Runnable look) {
        Map<String, Local> locals = new LinkedHashMap<>();
        names.forEach((name, type) -> locals.put(name, new Local(type)));
        among(locals, look);
    }

    /** Looks at what may be reached again. */
    void again(Runnable look) {
        loops++;
        look.run();
        loops--;
    }

    private void among(Map<String, Local> names, Runnable look) {
        frames.push(new LinkedHashMap<>(names));
        look.run();
        frames.pop();
    }

    /** Looks at a partial; one that is named inside of itself is looked at once. */
    void partial(String name, Position at, Map<String, Local> names, boolean alone) {
        if (partialsSeen++ >= MOST_PARTIALS) {
            return;
        }
        try {
            Optional<LiquidTemplate> found = partials.find(name);
            if (found.isEmpty()) {
                problem(at, Kind.UNKNOWN_PARTIAL, "there is no partial " + Texts.shown(name));
            } else if (depth + found.get().depth() >= Limits.DEPTH_OF_ALL) {
                problem(at, Kind.TOO_DEEP, "partials are nested too deep");
            } else if (entered.add(name)) {
                partial(name, found.get(), names, alone);
            }
        } catch (TemplateSyntaxException e) {
            Position there = new Position(e.line(), e.column());
            inPart(name, () -> problem(there, Kind.SYNTAX, e.problem()));
        }
    }

    private void partial(String name, LiquidTemplate partial, Map<String, Local> names, boolean alone) {
        Deque<Map<String, Local>> outerFrames = frames;
        boolean outerIsolated = isolated;
        Map<String, Type> outerAssigned = assigned;
        int outerLoops = loops;
        if (alone) {
            isolated = true;
            assigned = assignedOf(name);
            loops = 0;
            frames = new ArrayDeque<>();
        }
        depth += partial.depth() + 1;
        inPart(name, () -> among(names, () -> partial.root().review(this)));
        depth -= partial.depth() + 1;
        frames = outerFrames;
        isolated = outerIsolated;
        assigned = outerAssigned;
        loops = outerLoops;
        entered.remove(name);
    }

    private void inPart(String name, Runnable look) {
        String outerPart = part;
        part = name;
        look.run();
        part = outerPart;
    }

    /** What a loop goes through, which is a problem if it is not a list. */
    Type elements(Type collection, Position at) {
        if (collection instanceof ListOf list) {
            return list.element();
        }
        if (collection instanceof Scalar && collection != Scalar.ANY) {
            problem(at, Kind.NOT_A_LIST, "the loop is over a " + called(collection) + ", not over a list");
        }
        return Scalar.ANY;
    }

    static String called(Type type) {
        if (type instanceof ListOf) {
            return "list";
        }
        if (type instanceof Scalar scalar) {
            return switch (scalar) {
                case TEXT -> "text";
                case NUMBER -> "number";
                case BOOLEAN -> "boolean";
                case INSTANT -> "point in time";
                case ANY -> "value";
            };
        }
        return "map";
    }
}
