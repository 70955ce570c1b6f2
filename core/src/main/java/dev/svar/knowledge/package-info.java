/** What is known already: articles and their life, how they are found, and whether that saved a ticket. */
@NullMarked
package dev.svar.knowledge;

import org.jspecify.annotations.NullMarked;
