package dev.svar;

import dev.svar.ticket.RecordedEvent;
import java.util.List;
import java.util.Optional;

/**
 * What a macro would do to a ticket.
 *
 * @param text the reply that customers would get; empty if there is none
 * @param changes what would happen to the ticket, in order, without what reactions make of it
 * @param lines the same in words, in the agent's language
 * @param refusals why parts of it cannot be done; if there are any {@link MacroBook#apply} does nothing
 */
public record MacroPreview(
        Optional<String> text, List<RecordedEvent> changes, List<String> lines, List<String> refusals) {
    /**
     * Copies.
     *
     * @param text the reply that customers would get
     * @param changes what would happen to the ticket
     * @param lines the same in words
     * @param refusals why parts of it cannot be done
     */
    public MacroPreview {
        changes = List.copyOf(changes);
        lines = List.copyOf(lines);
        refusals = List.copyOf(refusals);
    }
}
