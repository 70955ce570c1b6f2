/** What a desk learns from its own tickets, kept through the store and shared by all nodes. */
@NullMarked
package dev.svar.insight;

import org.jspecify.annotations.NullMarked;
