/** Processes and servers that are killed while they work, and the auditor who proves that nothing came of it. */
@NullMarked
package dev.svar.jdbc.crash;

import org.jspecify.annotations.NullMarked;
