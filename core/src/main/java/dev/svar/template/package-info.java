/**
 * Templates: the Liquid engine, which is usable alone, and the named, localized templates that the desk writes with.
 *
 * <p>The way through the engine: {@code SegmentLexer} cuts the source into text, outputs and tags; {@code BlockParser}
 * builds the immutable tree with the help of the table {@code Tags}; {@code ExpressionParser} reads what stands inside
 * an output or a tag; {@code Rendering} is the state of one run over the tree. A new tag is a line in {@code Tags}, a
 * new filter a line in one of the tables that {@code Filters} puts together.
 */
@NullMarked
package dev.svar.template;

import org.jspecify.annotations.NullMarked;
