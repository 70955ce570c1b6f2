/** A store in memory: the reference implementation of the ports, for tests and for hosts that need nothing durable. */
@NullMarked
package dev.svar.memory;

import org.jspecify.annotations.NullMarked;
