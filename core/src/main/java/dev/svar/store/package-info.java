/** The ports of storage: what a store is asked, and the one atomic commit that changes it. */
@NullMarked
package dev.svar.store;

import org.jspecify.annotations.NullMarked;
