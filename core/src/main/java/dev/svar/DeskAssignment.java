package dev.svar;

import dev.svar.assignment.AssignmentStrategy;
import dev.svar.assignment.Presence;
import dev.svar.assignment.Roster;

/** How a desk finds out who shall work on a ticket. */
record DeskAssignment(AssignmentStrategy strategy, Roster roster, Presence presence) {}
