package dev.svar.category;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.TicketCommand;

/**
 * A category that it may be.
 *
 * @param category its name
 * @param probability how likely it is, 0 to 1
 */
public record RankedCategory(String category, double probability) {
    /**
     * Checks both.
     *
     * @param category its name
     * @param probability how likely it is, 0 to 1
     */
    public RankedCategory {
        Check.line("category", category, TicketCommand.MAX_CATEGORY_LENGTH);
        if (!(probability >= 0 && probability <= 1)) {
            throw new InvalidValueException("probability", "is " + probability + ", it must be from 0 to 1");
        }
    }
}
