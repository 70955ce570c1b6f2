/**
 * Mail in and out: {@link dev.svar.mail.MailReader} reads what arrives, {@link dev.svar.mail.SmtpTransport} sends,
 * {@link dev.svar.mail.MailWatcher} fetches from an {@link dev.svar.mail.ImapInbox} or another mailbox, {@link
 * dev.svar.mail.MailPipe} takes what a mail server brings, and {@link dev.svar.mail.MailFiles} reads files.
 */
@NullMarked
package dev.svar.mail;

import org.jspecify.annotations.NullMarked;
