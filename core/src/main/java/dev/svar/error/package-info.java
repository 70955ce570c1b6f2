/** What every error of Svar has in common, and the argument checks that word them alike. */
@NullMarked
package dev.svar.error;

import org.jspecify.annotations.NullMarked;
