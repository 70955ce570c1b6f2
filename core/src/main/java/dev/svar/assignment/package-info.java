/** Who gets a ticket: teams with their hours, agents with what they can do, and strategies to choose. Pure, usable alone. */
@NullMarked
package dev.svar.assignment;

import org.jspecify.annotations.NullMarked;
