package dev.svar.template;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** With what, for whom and within which limits a template is rendered. Immutable. */
public final class RenderContext {
    /** The most characters written, if nothing else is said: 1 MiB. */
    public static final int DEFAULT_MAX_OUTPUT = 1 << 20;

    /** The most steps taken, if nothing else is said. */
    public static final int DEFAULT_MAX_STEPS = 1_000_000;

    /** The longest that a rendering may take, if nothing else is said. */
    public static final Duration DEFAULT_MAX_TIME = Duration.ofSeconds(5);

    private final Value.Fields data;
    private final Instant now;
    private final Locale locale;
    private final ZoneId zone;
    private final Escaping escaping;
    private final RenderMode mode;
    private final int maxOutput;
    private final int maxSteps;
    private final Duration maxTime;
    private final Partials partials;
    private final Messages messages;
    private final Optional<Consumer<String>> holes;

    private RenderContext(Builder builder) {
        this.data = builder.data;
        this.now = builder.now;
        this.locale = builder.locale;
        this.zone = builder.zone;
        this.escaping = builder.escaping;
        this.mode = builder.mode;
        this.maxOutput = builder.maxOutput;
        this.maxSteps = builder.maxSteps;
        this.maxTime = builder.maxTime;
        this.partials = builder.partials;
        this.messages = builder.messages;
        this.holes = builder.holes;
    }

    /**
     * Starts a context.
     *
     * @param data the variables, converted as by {@link Value#of(Object)}
     * @param now what the word {@code now} means to the {@code date} filter
     * @return a builder with the defaults: English, UTC, plain text, lax, {@link #DEFAULT_MAX_OUTPUT},
     *     {@link #DEFAULT_MAX_STEPS}, {@link #DEFAULT_MAX_TIME}, no partials, no
     *     messages
     * @throws dev.svar.error.InvalidValueException if the data holds something that is not a plain value
     */
    public static Builder builder(Map<String, ?> data, Instant now) {
        return new Builder(ValueConversion.fields(Place.root("data"), data, 0), now);
    }

    /**
     * The variables.
     *
     * @return a map
     */
    public Value.Fields data() {
        return data;
    }

    /**
     * What {@code now} means.
     *
     * @return a point in time
     */
    public Instant now() {
        return now;
    }

    /**
     * In whose language the names of months and weekdays are written.
     *
     * @return the locale
     */
    public Locale locale() {
        return locale;
    }

    /**
     * In which zone points in time are written.
     *
     * @return the zone
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * What the output is.
     *
     * @return text or HTML
     */
    public Escaping escaping() {
        return escaping;
    }

    /**
     * What a template may be careless about.
     *
     * @return lax or strict
     */
    public RenderMode mode() {
        return mode;
    }

    /**
     * How much may be written.
     *
     * @return the most UTF-16 units, including those that are captured into a variable
     */
    public int maxOutput() {
        return maxOutput;
    }

    /**
     * How much may be done. Every text, tag, output, filter, comparison, look-up and turn of a loop is a step; a filter
     * over long texts or lists is several.
     *
     * @return the most steps
     */
    public int maxSteps() {
        return maxSteps;
    }

    /**
     * How long it may take. Looked at every thousand steps or so, so a rendering may take a little longer.
     *
     * @return the longest time
     */
    public Duration maxTime() {
        return maxTime;
    }

    /**
     * What {@code render} and {@code include} find.
     *
     * @return the host's partials
     */
    public Partials partials() {
        return partials;
    }

    /**
     * What the filter {@code t} finds.
     *
     * @return the host's messages
     */
    public Messages messages() {
        return messages;
    }

    /**
     * Who is told of holes.
     *
     * @return what takes the placeholders; empty if nobody asks
     */
    public Optional<Consumer<String>> holes() {
        return holes;
    }

    /**
     * The same with another kind of output.
     *
     * @param other text or HTML
     * @return a context
     */
    public RenderContext withEscaping(Escaping other) {
        Builder builder = new Builder(data, now);
        builder.locale = locale;
        builder.zone = zone;
        builder.mode = mode;
        builder.maxOutput = maxOutput;
        builder.maxSteps = maxSteps;
        builder.maxTime = maxTime;
        builder.partials = partials;
        builder.messages = messages;
        builder.holes = holes;
        return builder.escaping(other).build();
    }

    /** Collects what a context holds. Not thread-safe. */
    public static final class Builder {
        private final Value.Fields data;
        private final Instant now;
        private Locale locale = Locale.ENGLISH;
        private ZoneId zone = ZoneOffset.UTC;
        private Escaping escaping = Escaping.TEXT;
        private RenderMode mode = RenderMode.LAX;
        private int maxOutput = DEFAULT_MAX_OUTPUT;
        private int maxSteps = DEFAULT_MAX_STEPS;
        private Duration maxTime = DEFAULT_MAX_TIME;
        private Partials partials = Partials.none();
        private Messages messages = Messages.none();
        private Optional<Consumer<String>> holes = Optional.empty();

        private Builder(Value.Fields data, Instant now) {
            this.data = data;
            this.now = now;
        }

        /**
         * In whose language the names of months and weekdays are written.
         *
         * @param locale the locale
         * @return this
         */
        public Builder locale(Locale locale) {
            this.locale = locale;
            return this;
        }

        /**
         * In which zone points in time are written.
         *
         * @param zone the zone
         * @return this
         */
        public Builder zone(ZoneId zone) {
            this.zone = zone;
            return this;
        }

        /**
         * What the output is.
         *
         * @param escaping text or HTML
         * @return this
         */
        public Builder escaping(Escaping escaping) {
            this.escaping = escaping;
            return this;
        }

        /**
         * What a template may be careless about.
         *
         * @param mode lax or strict
         * @return this
         */
        public Builder mode(RenderMode mode) {
            this.mode = mode;
            return this;
        }

        /**
         * How much may be written.
         *
         * @param maxOutput the most UTF-16 units, from one
         * @return this
         * @throws dev.svar.error.InvalidValueException if it is less than one
         */
        public Builder maxOutput(int maxOutput) {
            this.maxOutput = (int) Check.range("maxOutput", maxOutput, 1, Integer.MAX_VALUE);
            return this;
        }

        /**
         * How much may be done.
         *
         * @param maxSteps the most steps, from one
         * @return this
         * @throws dev.svar.error.InvalidValueException if it is less than one
         */
        public Builder maxSteps(int maxSteps) {
            this.maxSteps = (int) Check.range("maxSteps", maxSteps, 1, Integer.MAX_VALUE);
            return this;
        }

        /**
         * How long it may take.
         *
         * @param maxTime the longest time, more than zero
         * @return this
         * @throws dev.svar.error.InvalidValueException if it is zero or less, or longer than a day
         */
        public Builder maxTime(Duration maxTime) {
            if (maxTime.isNegative() || maxTime.isZero() || maxTime.compareTo(Duration.ofDays(1)) > 0) {
                throw new InvalidValueException("maxTime", "must be more than zero and at most a day");
            }
            this.maxTime = maxTime;
            return this;
        }

        /**
         * What {@code render} and {@code include} find.
         *
         * @param partials the host's partials; none when not set
         * @return this
         */
        public Builder partials(Partials partials) {
            this.partials = partials;
            return this;
        }

        /**
         * What the filter {@code t} finds.
         *
         * @param messages the host's messages; none when not set
         * @return this
         */
        public Builder messages(Messages messages) {
            this.messages = messages;
            return this;
        }

        /**
         * Who is told of holes while it is rendered: of each placeholder that is written, or made into something that is, though
         * it has no value or a blank one. What is not reached and what {@code default} stands in for are none; in a partial, and
         * under a name that the template assigns, a placeholder is called what it is outside.
         *
         * @param taker takes names joined by dots, the same one possibly again; what it throws ends the rendering
         * @return this
         */
        public Builder holes(Consumer<String> taker) {
            this.holes = Optional.of(taker);
            return this;
        }

        /**
         * The context.
         *
         * @return an immutable context
         */
        public RenderContext build() {
            return new RenderContext(this);
        }
    }
}
