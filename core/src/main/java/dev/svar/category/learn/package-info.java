/**
 * Categories learned from past tickets and from each correction: a linear model over words and pieces of words. Pure, usable
 * alone.
 */
@NullMarked
package dev.svar.category.learn;

import org.jspecify.annotations.NullMarked;
