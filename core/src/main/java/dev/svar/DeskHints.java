package dev.svar;

import dev.svar.category.MoodDetector;
import dev.svar.category.PriorityDetector;
import java.util.Optional;

/**
 * Who notices what in the words of customers.
 *
 * @param priorities who says how urgent a ticket seems, if anybody does
 * @param moods who says how a customer seems to feel
 * @param raisesFrom from which probability on the priority of a new ticket is raised, if that is wanted
 */
record DeskHints(Optional<PriorityDetector> priorities, MoodDetector moods, Optional<Double> raisesFrom) {
    /** What raises the priority of a ticket whose opener said none. */
    Optional<Reaction> raising() {
        return priorities.flatMap(detector -> raisesFrom.map(from -> new RaiseNewTickets(detector, from)));
    }
}
