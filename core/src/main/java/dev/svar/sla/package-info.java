/** Promises about time: business calendars, policies, clocks and deadlines. Pure: no I/O and no clock of its own. */
@NullMarked
package dev.svar.sla;

import org.jspecify.annotations.NullMarked;
