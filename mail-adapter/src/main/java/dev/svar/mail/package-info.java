/** Mail in and out: {@link dev.svar.mail.MailReader} reads what arrives. */
@NullMarked
package dev.svar.mail;

import org.jspecify.annotations.NullMarked;
