/** Business calendars, promises and the clocks that measure them. Pure: the present comes in as an argument. */
@NullMarked
package dev.svar.sla;

import org.jspecify.annotations.NullMarked;
