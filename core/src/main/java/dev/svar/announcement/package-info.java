/** What is told to many: announcements in several languages, and the mailings that carry them to their recipients. */
@NullMarked
package dev.svar.announcement;

import org.jspecify.annotations.NullMarked;
