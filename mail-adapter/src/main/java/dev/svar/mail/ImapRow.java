package dev.svar.mail;

import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;

/** Goes through the messages of a folder in the order of their UIDs, and asks for the sizes of some at a time. */
final class ImapRow implements MailRow<Long> {
    private static final int AT_ONCE = 200;

    private final ImapConnection connection;
    private final ImapUids uids;
    private final List<Long> found;
    private final Queue<Waiting<Long>> sized = new ArrayDeque<>();
    private int at;

    ImapRow(ImapConnection connection, ImapUids uids, List<Long> found) {
        this.connection = connection;
        this.uids = uids;
        this.found = found;
    }

    @Override
    public boolean hasNext() throws MessagingException {
        while (sized.isEmpty() && at < found.size()) {
            List<Long> some = found.subList(at, Math.min(found.size(), at + AT_ONCE));
            at += some.size();
            Map<Long, Long> sizes = uids.sizes(some);
            for (long uid : some) {
                Long size = sizes.get(uid);
                if (size != null) {
                    sized.add(connection.waiting(uid, size));
                }
            }
        }
        return !sized.isEmpty();
    }

    @Override
    public Waiting<Long> next() throws MessagingException {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return sized.remove();
    }
}
