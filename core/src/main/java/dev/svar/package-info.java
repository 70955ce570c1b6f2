/** The help desk: {@link dev.svar.HelpDesk} joins the rules, a store and transports. */
@NullMarked
package dev.svar;

import org.jspecify.annotations.NullMarked;
