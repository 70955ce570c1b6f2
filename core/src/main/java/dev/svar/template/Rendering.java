package dev.svar.template;

import dev.svar.template.TemplateRenderException.Reason;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** One run over a template: what was written, which names there are, and how much is left of what is allowed. */
final class Rendering {
    private static final int STEPS_BETWEEN_LOOKS_AT_THE_TIME = 1024;

    private final RenderContext context;
    private final boolean html;
    private final long started = System.nanoTime();
    private StringBuilder output;
    private Scope scope;
    private String partial = "";
    private Position at = new Position(1, 1);
    private int depth;
    private boolean writing;
    private long stepsLeft;
    private long stepsAtNextLook;
    private int outputLeft;

    Rendering(RenderContext context, int depth, int usualLength) {
        this.context = context;
        this.output = new StringBuilder(usualLength);
        this.html = context.escaping() == Escaping.HTML;
        this.scope = Scope.of(context.data());
        this.depth = depth;
        this.stepsLeft = context.maxSteps();
        this.stepsAtNextLook = Math.max(0, stepsLeft - STEPS_BETWEEN_LOOKS_AT_THE_TIME);
        this.outputLeft = context.maxOutput();
    }

    RenderContext context() {
        return context;
    }

    Scope scope() {
        return scope;
    }

    boolean strict() {
        return context.mode() == RenderMode.STRICT;
    }

    /** Whether somebody wants to know what is written though it has no value. */
    boolean looksForHoles() {
        return context.holes().isPresent();
    }

    /** Whether a placeholder without a value would be a hole here. */
    boolean writing() {
        return writing;
    }

    /** A value that is written. */
    Value written(Supplier<Value> value) {
        return looksForHoles() ? value(value, true) : value.get();
    }

    /** A value of which it may well turn out that it is not written. */
    Value unwritten(Supplier<Value> value) {
        return writing ? value(value, false) : value.get();
    }

    private Value value(Supplier<Value> value, boolean written) {
        boolean outer = writing;
        writing = written;
        Value result = value.get();
        writing = outer;
        return result;
    }

    void hole(Optional<String> placeholder) {
        placeholder.ifPresent(name -> context.holes().ifPresent(taker -> taker.accept(name)));
    }

    boolean html() {
        return html;
    }

    /** Takes steps at a place, which is also where an error is said to be until the next ones are taken. */
    void step(Position position, long steps) {
        at = position;
        stepsLeft -= steps;
        if (stepsLeft < stepsAtNextLook) {
            look();
        }
    }

    /** Takes more steps where the last ones were taken. */
    void steps(long steps) {
        step(at, steps);
    }

    private void look() {
        if (stepsLeft < 0) {
            throw error(at, Reason.LIMIT, String.format(Locale.ROOT, "more than %d steps", context.maxSteps()));
        }
        if (System.nanoTime() - started > context.maxTime().toNanos()) {
            throw error(at, Reason.LIMIT, "takes longer than " + context.maxTime());
        }
        stepsAtNextLook = Math.max(0, stepsLeft - STEPS_BETWEEN_LOOKS_AT_THE_TIME);
    }

    /** The steps that looking through a value costs, with all that is in it. */
    void stepsFor(Value value) {
        if (Texts.is(value)) {
            step(at, stepsFor(Texts.of(value)));
        } else if (value instanceof Value.Items items) {
            step(at, items.values().size());
            if (!(items.values() instanceof Span)) {
                items.values().forEach(this::stepsFor);
            }
        } else if (value instanceof Value.Fields fields) {
            step(at, fields.values().size());
            fields.values().values().forEach(this::stepsFor);
        }
    }

    /** The steps that looking through a text costs. */
    static long stepsFor(String text) {
        return text.length() / 64;
    }

    TemplateRenderException error(Position position, Reason reason, String problem) {
        String where = partial.isEmpty() ? "" : "in the partial " + Texts.shown(partial) + ": ";
        return new TemplateRenderException(position.line(), position.column(), reason, where + problem);
    }

    /** An error where the last steps were taken. */
    TemplateRenderException error(Reason reason, String problem) {
        return error(at, reason, problem);
    }

    /** An error unless this is lax; then the caller goes on with nothing. */
    void fault(Position position, String problem) {
        fault(position, Reason.FAULT, problem);
    }

    void fault(Position position, Reason reason, String problem) {
        if (context.mode() != RenderMode.LAX) {
            throw error(position, reason, problem);
        }
    }

    /** The error about a text that grows longer than the output may become. */
    TemplateRenderException tooLong() {
        return error(at, Reason.LIMIT, String.format(Locale.ROOT, "more than %d characters", context.maxOutput()));
    }

    void write(String text) {
        take(text.length());
        output.append(text);
    }

    private void take(int length) {
        outputLeft -= length;
        if (outputLeft < 0) {
            throw tooLong();
        }
    }

    void write(Value value) {
        String text = value instanceof Value.Items ? printed(value) : text(value);
        if (!html || value instanceof Value.Markup || value instanceof Value.Num) {
            write(text);
        } else {
            writeEscaped(text);
        }
    }

    private void writeEscaped(String text) {
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            String reference = EscapeFilters.reference(text.charAt(i));
            if (!reference.isEmpty()) {
                take(i - done + reference.length());
                output.append(text, done, i).append(reference);
                done = i + 1;
            }
        }
        take(text.length() - done);
        output.append(text, done, text.length());
    }

    private String printed(Value value) {
        BoundedText text = new BoundedText(this);
        Printing.print(value, context.zone(), text);
        return text.toString();
    }

    /** A value as filters over texts see it. */
    String text(Value value) {
        if (Texts.is(value)) {
            return Texts.of(value);
        }
        if (value instanceof Value.Num number) {
            return number.value().toPlainString();
        }
        if (value.equals(Value.NIL)) {
            return "";
        }
        BoundedText text = new BoundedText(this);
        Printing.state(value, context.zone(), text);
        String stated = text.toString();
        step(at, stepsFor(stated));
        return stated;
    }

    /** A new text builder that cannot outgrow the output. */
    BoundedText builder() {
        return new BoundedText(this);
    }

    int maxText() {
        return context.maxOutput();
    }

    String result() {
        return output.toString();
    }

    /** What a block wrote, in place of having written it, and how it ended. */
    record Captured(String text, Flow flow) {}

    Captured capture(Block block) {
        StringBuilder outer = output;
        output = new StringBuilder();
        try {
            Flow flow = block.render(this);
            return new Captured(output.toString(), flow);
        } finally {
            output = outer;
        }
    }

    /** Text of the template's own as a value: in HTML it is escaped already where that was needed. */
    Value ofTemplate(String text) {
        return html ? new Value.Markup(text) : new Value.Text(text);
    }

    /** Renders a partial that sees these names. */
    Flow inside(LiquidTemplate template, String name, Scope names, Position from) {
        if (depth + template.depth() >= Limits.DEPTH_OF_ALL) {
            throw error(from, Reason.LIMIT, "partials are nested too deep");
        }
        Scope outerScope = scope;
        String outerPartial = partial;
        Position outerAt = at;
        scope = names;
        partial = name;
        depth += template.depth() + 1;
        Flow flow = template.root().render(this);
        depth -= template.depth() + 1;
        partial = outerPartial;
        at = outerAt;
        scope = outerScope;
        return flow;
    }
}
