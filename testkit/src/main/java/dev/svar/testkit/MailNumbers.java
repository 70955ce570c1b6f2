package dev.svar.testkit;

import dev.svar.contact.Address;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers the mails of this process, so that no two of them have the same Message-ID. */
final class MailNumbers {
    private static final AtomicLong LAST = new AtomicLong();

    private MailNumbers() {}

    static String messageId(Address sender) {
        return "<testkit." + LAST.incrementAndGet() + "@" + sender.domain() + ">";
    }
}
