package dev.svar.mail;

/**
 * Port: signs mail on its way out, as {@link DkimSigner} does, where the host's mail server does not. Called once for
 * each mail, from any thread. If it throws, the mail is not sent and tried again later.
 */
@FunctionalInterface
public interface MailSigner {
    /**
     * Signs one mail.
     *
     * @param mail the whole mail as it will be sent, with CRLF line ends
     * @return one header field that is added to it, such as {@code DKIM-Signature: …}, folded with CRLF and a blank and
     *     without a line end behind it
     */
    String signature(byte[] mail);
}
