/** Runnable mains, one feature each, and {@link dev.svar.examples.SupportDesk}, a whole desk at work. */
@NullMarked
package dev.svar.examples;

import org.jspecify.annotations.NullMarked;
