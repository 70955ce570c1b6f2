/**
 * Mail in and out: {@link dev.svar.mail.MailReader} reads what arrives, {@link dev.svar.mail.SmtpTransport} sends,
 * {@link dev.svar.mail.ImapInbox} fetches from a mailbox and {@link dev.svar.mail.MailFiles} from files.
 */
@NullMarked
package dev.svar.mail;

import org.jspecify.annotations.NullMarked;
