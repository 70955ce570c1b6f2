/** The ledger: who was to get what, and what became of it. One row for each recipient. */
@NullMarked
package dev.svar.delivery;

import org.jspecify.annotations.NullMarked;
