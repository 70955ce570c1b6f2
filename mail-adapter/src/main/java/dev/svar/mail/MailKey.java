package dev.svar.mail;

import dev.svar.contact.Address;
import dev.svar.message.Content;
import dev.svar.message.MessageKey;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What makes a mail the same when it comes again: its Message-ID, if it has a usable one, and a digest of what the sender
 * wrote, that is without the header fields that each delivery writes anew and without regard to how lines end. A second
 * mail under an id that is known is no repetition of the first.
 */
final class MailKey {
    private static final Set<String> TRACE = Set.of(
            "received",
            "x-received",
            "return-path",
            "delivered-to",
            "x-delivered-to",
            "x-original-to",
            "envelope-to",
            "x-envelope-to",
            "x-envelope-from",
            "delivery-date",
            "status",
            "x-status",
            "x-uid",
            "x-uidl",
            "x-mozilla-status",
            "x-mozilla-status2",
            "content-length",
            "lines",
            "dkim-signature",
            "dkim-filter",
            "authentication-results",
            "received-spf");

    /** Beginnings of the names of fields in which servers on the way note what they think of a mail. */
    private static final List<String> NOTES = List.of(
            "arc-",
            "x-spam",
            "x-rspamd",
            "x-virus",
            "x-amavis",
            "x-antiabuse",
            "x-forefront-",
            "x-microsoft-antispam",
            "x-ms-exchange-",
            "x-google-",
            "x-gm-",
            "x-proofpoint-",
            "x-barracuda-",
            "x-mimecast-");

    private MailKey() {}

    static MessageKey of(Address mailbox, Headers headers, byte[] raw) {
        String digest = "sha256:" + digest(raw);
        String value = MessageIds.own(headers)
                .filter(MessageIds::isDistinct)
                .map(id -> id + " " + digest)
                .filter(both -> both.length() <= MessageKey.MAX_LENGTH)
                .orElse(digest);
        return new MessageKey(mailbox, value);
    }

    /** The key of a mail that nobody dares to look into. */
    static MessageKey unread(Address mailbox, byte[] raw) {
        return of(mailbox, Headers.none(), raw);
    }

    /** The key under which a mail is tried again; the first time it is its own. */
    static MessageKey again(MessageKey key, int time) {
        if (time == 0) {
            return key;
        }
        String mark = " again-" + time;
        String value = PlainText.cut(key.value(), MessageKey.MAX_LENGTH - mark.length());
        return new MessageKey(key.mailbox(), value + mark);
    }

    private static String digest(byte[] raw) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(raw.length);
        boolean inHeader = true;
        boolean skipped = false;
        int at = 0;
        while (at < raw.length) {
            int next = at;
            while (next < raw.length && raw[next] != '\n') {
                next++;
            }
            int end = next > at && raw[next - 1] == '\r' ? next - 1 : next;
            inHeader &= end > at;
            if (inHeader && raw[at] != ' ' && raw[at] != '\t') {
                skipped = isTrace(raw, at, end);
            }
            if (!inHeader || !skipped) {
                kept.write(raw, at, end - at);
                kept.write('\n');
            }
            at = next + 1;
        }
        byte[] all = kept.toByteArray();
        int length = all.length;
        while (length > 0 && all[length - 1] == '\n') {
            length--;
        }
        return Content.sharing(Arrays.copyOf(all, length)).ref().digest();
    }

    private static boolean isTrace(byte[] raw, int at, int end) {
        int length = Headers.fieldName(raw, at, Math.min(end, at + 40));
        String name = new String(raw, at, length, Charsets.WINDOWS_1252).strip().toLowerCase(Locale.ROOT);
        boolean mboxLine = end - at > 5 && new String(raw, at, 5, Charsets.WINDOWS_1252).equals("From ");
        return mboxLine || TRACE.contains(name) || NOTES.stream().anyMatch(name::startsWith);
    }
}
