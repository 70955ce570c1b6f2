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
 * @param ranked what it may be, first the likeliest, for a person to choose from; also where it abstains
 * @param tags what else it is about, beside the category, first the likeliest; each is likely enough to be given
 */
public record CategoryAnswer(
        Optional<String> category,
        double confidence,
        List<String> reasons,
        List<RankedCategory> ranked,
        List<LikelyTag> tags) {
    private static final CategoryAnswer ABSTAINED = new CategoryAnswer(Optional.empty(), 0, List.of());

    /**
     * Checks and copies.
     *
     * @param category the category, or empty if a person should decide
     * @param confidence how sure it is, 0 to 1
     * @param reasons what counted, for people to read
     * @param ranked what it may be, first the likeliest
     * @param tags what else it is about, first the likeliest
     */
    public CategoryAnswer {
        category.ifPresent(c -> Check.line("category", c, TicketCommand.MAX_CATEGORY_LENGTH));
        reasons = List.copyOf(reasons);
        ranked = List.copyOf(ranked);
        tags = List.copyOf(tags);
    }

    /**
     * An answer that names one category or none.
     *
     * @param category the category, or empty if a person should decide
     * @param confidence how sure it is, 0 to 1
     * @param reasons what counted, for people to read
     */
    public CategoryAnswer(Optional<String> category, double confidence, List<String> reasons) {
        this(
                category,
                confidence,
                reasons,
                category.map(c -> new RankedCategory(c, Math.max(0, Math.min(1, confidence)))).stream()
                        .toList(),
                List.of());
    }

    /** {@return the answer that leaves the decision to a person} */
    public static CategoryAnswer abstained() {
        return ABSTAINED;
    }

    /**
     * The same with tags in place of those that it has.
     *
     * @param others what else it is about, first the likeliest
     * @return the answer
     */
    public CategoryAnswer tagged(List<LikelyTag> others) {
        return new CategoryAnswer(category, confidence, reasons, ranked, others);
    }

    /**
     * An abstention that says what it may be.
     *
     * @param ranked what it may be, first the likeliest
     * @return the answer that leaves the decision to a person
     */
    public static CategoryAnswer abstained(List<RankedCategory> ranked) {
        return new CategoryAnswer(Optional.empty(), 0, List.of(), ranked, List.of());
    }
}
