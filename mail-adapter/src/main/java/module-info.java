/** Mail in and out: reads what arrives, sends over SMTP, fetches over IMAP and from files. */
module dev.svar.mail {
    requires static org.jspecify;
    requires transitive dev.svar.core;
    requires jakarta.mail;
    requires org.eclipse.angus.mail;
    requires org.jsoup;
    requires org.slf4j;

    exports dev.svar.mail;
}
