package dev.svar;

import dev.svar.template.Rendered;
import dev.svar.ticket.TicketNumber;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a template came to for a ticket that is there; nothing was stored or sent.
 *
 * @param ticket which ticket
 * @param rendered subject and text; empty if it could not be rendered
 * @param holes placeholders that the template needs and that have no value for this ticket
 * @param problem why it could not be rendered, with line and column
 */
public record DryRun(TicketNumber ticket, Optional<Rendered> rendered, Set<String> holes, Optional<String> problem) {
    /**
     * Copies.
     *
     * @param ticket which ticket
     * @param rendered subject and text
     * @param holes placeholders without a value
     * @param problem why it could not be rendered
     */
    public DryRun {
        holes = Collections.unmodifiableSet(new TreeSet<>(holes));
    }

    /** {@return whether a letter could be sent as it is} */
    public boolean sound() {
        return rendered.isPresent() && holes.isEmpty();
    }
}
