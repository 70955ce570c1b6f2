/** What is written to and by the desk, in and out, and the port that carries it away. */
@NullMarked
package dev.svar.message;

import org.jspecify.annotations.NullMarked;
