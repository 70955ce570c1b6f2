package dev.svar.sla;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.util.Comparator;
import java.util.Locale;

/**
 * A point on the way of a clock at which something happens, once in each cycle. Levels are ordered as a clock as a rule comes
 * to them: warnings, the delay notice, the breach, the steps of the ladder.
 *
 * @param kind what happens
 * @param step which of its kind, from 1 to {@value #MAX_STEP}; there is one delay notice and one breach
 */
public record SlaLevel(Kind kind, int step) implements Comparable<SlaLevel> {
    /** The most warnings, and the most steps of a ladder. */
    public static final int MAX_STEP = 20;

    /** The first warning. */
    public static final SlaLevel WARNING = warning(1);

    /** The delay notice. */
    public static final SlaLevel DELAY_NOTICE = new SlaLevel(Kind.DELAY_NOTICE, 1);

    /** The breach. */
    public static final SlaLevel BREACH = new SlaLevel(Kind.BREACH, 1);

    private static final Comparator<SlaLevel> ORDER =
            Comparator.comparing(SlaLevel::kind).thenComparing(SlaLevel::step);

    /** What happens at a level, in order. */
    public enum Kind {
        /** Agents are told that the promise comes near its end. */
        WARNING,
        /** The customer is told that it will be late and until when; before the promise breaks, if that is not at night. */
        DELAY_NOTICE,
        /** The promise is broken. */
        BREACH,
        /** A step of the ladder that follows on the breach. */
        ESCALATION
    }

    /**
     * Checks the step.
     *
     * @param kind what happens
     * @param step which of its kind
     */
    public SlaLevel {
        boolean several = kind == Kind.WARNING || kind == Kind.ESCALATION;
        Check.range("sla.level." + kind.name().toLowerCase(Locale.ROOT), step, 1, several ? MAX_STEP : 1);
    }

    /**
     * One of the warnings.
     *
     * @param step which, from 1
     * @return the level
     */
    public static SlaLevel warning(int step) {
        return new SlaLevel(Kind.WARNING, step);
    }

    /**
     * A step of the ladder.
     *
     * @param step which, from 1
     * @return the level
     */
    public static SlaLevel escalation(int step) {
        return new SlaLevel(Kind.ESCALATION, step);
    }

    /**
     * The name used in keys and reports.
     *
     * @return {@code warning}, {@code warning_2}, {@code delay_notice}, {@code breach}, {@code escalation_1} …
     */
    public String label() {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return kind == Kind.ESCALATION || step > 1 ? name + "_" + step : name;
    }

    /**
     * Reads a name.
     *
     * @param label what {@link #label} gave
     * @return the level
     * @throws InvalidValueException if it names none
     */
    public static SlaLevel parse(String label) {
        for (Kind kind : Kind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            if (label.equals(name) && kind != Kind.ESCALATION) {
                return new SlaLevel(kind, 1);
            } else if (label.startsWith(name + "_")) {
                return numbered(kind, label, label.substring(name.length() + 1));
            }
        }
        throw unknown(label);
    }

    private static SlaLevel numbered(Kind kind, String label, String step) {
        try {
            SlaLevel level = new SlaLevel(kind, Integer.parseInt(step));
            if (level.label().equals(label)) {
                return level;
            }
        } catch (NumberFormatException e) {
            throw unknown(label);
        }
        throw unknown(label);
    }

    private static InvalidValueException unknown(String label) {
        return new InvalidValueException("sla.level", "is none that this version knows: " + label);
    }

    @Override
    public int compareTo(SlaLevel other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return label();
    }
}
