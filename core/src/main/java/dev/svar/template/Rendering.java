package dev.svar.template;

import dev.svar.template.TemplateRenderException.Reason;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One run over a template: what was written, which variables there are, and how much is left of what is allowed. */
final class Rendering {
    private final RenderContext context;
    private final Deque<StringBuilder> outputs = new ArrayDeque<>();
    private final Deque<Loop> loops = new ArrayDeque<>();
    private final Map<String, Value> assigned = new HashMap<>();
    private final Map<String, Value> counters = new HashMap<>();
    private final Map<String, Integer> loopEnds = new HashMap<>();
    private final Map<String, Integer> turns = new HashMap<>();
    private Position at = new Position(1, 1);
    private long stepsLeft;
    private int outputLeft;

    Rendering(RenderContext context) {
        this.context = context;
        this.stepsLeft = context.maxSteps();
        this.outputLeft = context.maxOutput();
        outputs.push(new StringBuilder());
    }

    RenderContext context() {
        return context;
    }

    boolean strict() {
        return context.mode() == RenderMode.STRICT;
    }

    boolean html() {
        return context.escaping() == Escaping.HTML;
    }

    /** Takes steps at a place, which is also where an error is said to be until the next ones are taken. */
    void step(Position position, long steps) {
        at = position;
        stepsLeft -= steps;
        if (stepsLeft < 0) {
            throw error(at, Reason.LIMIT, String.format(Locale.ROOT, "more than %d steps", context.maxSteps()));
        }
    }

    /** The steps that looking through a value costs. */
    void stepsFor(Value value) {
        if (value instanceof Value.Items items) {
            step(at, items.values().size());
        } else if (Texts.is(value)) {
            step(at, Texts.of(value).length() / 64);
        }
    }

    TemplateRenderException error(Position position, Reason reason, String problem) {
        return new TemplateRenderException(position.line(), position.column(), reason, problem);
    }

    /** An error unless this is lax; then the caller goes on with nothing. */
    void fault(Position position, String problem) {
        if (context.mode() != RenderMode.LAX) {
            throw error(position, Reason.FAULT, problem);
        }
    }

    /** The error about a text that grows longer than the output may become. */
    TemplateRenderException tooLong() {
        return error(at, Reason.LIMIT, String.format(Locale.ROOT, "more than %d characters", context.maxOutput()));
    }

    void write(String text) {
        outputLeft -= text.length();
        if (outputLeft < 0) {
            throw tooLong();
        }
        outputs.getFirst().append(text);
    }

    void write(Value value) {
        String text = text(value);
        write(html() && !(value instanceof Value.Markup) ? EscapeFilters.escaped(text, this) : text);
    }

    /** A value as it prints. */
    String text(Value value) {
        if (Texts.is(value)) {
            return Texts.of(value);
        }
        BoundedText text = new BoundedText(this);
        Printing.print(value, context.zone(), text);
        return text.toString();
    }

    /** A new text builder that cannot outgrow the output. */
    BoundedText builder() {
        return new BoundedText(this);
    }

    int maxText() {
        return context.maxOutput();
    }

    String result() {
        return outputs.getFirst().toString();
    }

    void startCapture() {
        outputs.push(new StringBuilder());
    }

    Value endCapture() {
        String text = outputs.pop().toString();
        return html() ? new Value.Markup(text) : new Value.Text(text);
    }

    Optional<Value> variable(String name) {
        for (Loop loop : loops) {
            if (loop.variable().equals(name)) {
                return Optional.of(loop.value());
            }
        }
        if (name.equals("forloop") && !loops.isEmpty()) {
            return Optional.of(forloop());
        }
        for (Map<String, Value> scope :
                List.of(assigned, counters, context.data().values())) {
            Value found = scope.get(name);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private Value forloop() {
        Value parent = Value.NIL;
        for (Iterator<Loop> outermostFirst = loops.descendingIterator(); outermostFirst.hasNext(); ) {
            parent = outermostFirst.next().forloop(parent);
        }
        return parent;
    }

    void assign(String name, Value value) {
        assigned.put(name, value);
    }

    /** A counter starts with the number that the data has under its name, else with zero. */
    Value.Num counter(String name) {
        Value value = counters.get(name);
        Value start = value == null ? context.data().values().get(name) : value;
        return start instanceof Value.Num number ? number : Numbers.ZERO;
    }

    void counter(String name, Value.Num value) {
        counters.put(name, value);
    }

    void enter(Loop loop) {
        loops.push(loop);
    }

    void leave() {
        loops.pop();
    }

    /** Where the last loop of that name ended. */
    int loopEnd(String name) {
        return loopEnds.getOrDefault(name, 0);
    }

    void loopEnd(String name, int end) {
        loopEnds.put(name, end);
    }

    /** How often a cycle was met before. */
    int turn(String cycle) {
        int turn = turns.getOrDefault(cycle, 0);
        turns.put(cycle, turn == Integer.MAX_VALUE ? 0 : turn + 1);
        return turn;
    }
}
