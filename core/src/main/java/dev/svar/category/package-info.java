/** What customers write about, and in which language. Pure, usable alone. */
@NullMarked
package dev.svar.category;

import org.jspecify.annotations.NullMarked;
