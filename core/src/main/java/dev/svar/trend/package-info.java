/** Whether something is counted more often than it usually is at this time of the week: pure arithmetic. */
@NullMarked
package dev.svar.trend;

import org.jspecify.annotations.NullMarked;
