package dev.svar.category;

import dev.svar.error.Check;
import dev.svar.ticket.TicketCommand;
import java.util.List;
import java.util.Optional;

/**
 * What a categorizer thinks.
 *
 * @param category the category, or empty if a person should decide
 * @param confidence how sure it is, 0 to 1; 0 if there is no category
 * @param reasons what counted, for people to read; first the weightiest
 */
public record CategoryAnswer(Optional<String> category, double confidence, List<String> reasons) {
    private static final CategoryAnswer ABSTAINED = new CategoryAnswer(Optional.empty(), 0, List.of());

    /**
     * Checks and copies.
     *
     * @param category the category, or empty if a person should decide
     * @param confidence how sure it is, 0 to 1
     * @param reasons what counted, for people to read
     */
    public CategoryAnswer {
        category.ifPresent(c -> Check.line("category", c, TicketCommand.MAX_CATEGORY_LENGTH));
        reasons = List.copyOf(reasons);
    }

    /** {@return the answer that leaves the decision to a person} */
    public static CategoryAnswer abstained() {
        return ABSTAINED;
    }
}
