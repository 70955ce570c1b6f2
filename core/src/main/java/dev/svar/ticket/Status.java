package dev.svar.ticket;

import dev.svar.error.Check;

/**
 * A status: a label for people over a fixed category for rules.
 *
 * @param label what people see, one line of at most {@value #MAX_LENGTH} characters
 * @param category what it means
 */
public record Status(String label, StatusCategory category) {
    /** The most characters a label may have. */
    public static final int MAX_LENGTH = 40;

    /** The default label of {@link StatusCategory#NEW}. */
    public static final Status NEW = new Status("new", StatusCategory.NEW);

    /** The default label of {@link StatusCategory#OPEN}. */
    public static final Status OPEN = new Status("open", StatusCategory.OPEN);

    /** The default label of {@link StatusCategory#PENDING_CUSTOMER}. */
    public static final Status PENDING = new Status("pending", StatusCategory.PENDING_CUSTOMER);

    /** The default label of {@link StatusCategory#PENDING_INTERNAL}. */
    public static final Status ON_HOLD = new Status("on hold", StatusCategory.PENDING_INTERNAL);

    /** The default label of {@link StatusCategory#SOLVED}. */
    public static final Status SOLVED = new Status("solved", StatusCategory.SOLVED);

    /** The default label of {@link StatusCategory#CLOSED}. */
    public static final Status CLOSED = new Status("closed", StatusCategory.CLOSED);

    /** The label of {@link StatusCategory#MERGED}. */
    public static final Status MERGED = new Status("merged", StatusCategory.MERGED);

    /**
     * Checks the label.
     *
     * @param label what people see, one line of at most {@value #MAX_LENGTH} characters
     * @param category what it means
     */
    public Status {
        Check.line("status.label", label, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return label;
    }
}
