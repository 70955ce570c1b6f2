package dev.svar.mail;

import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;

/**
 * The messages of an open folder by their UIDs. The mail library names them by their numbers, which not all servers keep
 * while others remove messages: then the wrong one would be loaded, moved or deleted.
 */
final class ImapUids {
    private static final int PIECE = 1024 * 1024;
    private static final long MAX_UID = 4_294_967_295L;

    private final IMAPFolder folder;

    ImapUids(IMAPFolder folder) {
        this.folder = folder;
    }

    boolean serverCan(String capability) throws MessagingException {
        return Boolean.TRUE.equals(folder.doCommand(protocol -> protocol.hasCapability(capability)));
    }

    /** From a UID on, in ascending order. */
    List<Long> from(long first) throws MessagingException {
        // Not ":*", which would name the last message also if it lies before.
        return first > MAX_UID ? List.of() : search("UID " + first + ":" + MAX_UID);
    }

    List<Long> deleted() throws MessagingException {
        return search("DELETED");
    }

    private List<Long> search(String criteria) throws MessagingException {
        List<Long> found = new ArrayList<>();
        for (Response response : say("UID SEARCH " + criteria, Optional.empty())) {
            if (response instanceof IMAPResponse search && search.keyEquals("SEARCH")) {
                for (long uid = search.readLong(); uid != -1; uid = search.readLong()) {
                    found.add(uid);
                }
            }
        }
        return found.stream().sorted().distinct().toList();
    }

    /** Of those that are still there. */
    Map<Long, Long> sizes(List<Long> uids) throws MessagingException {
        Map<Long, Long> sizes = new HashMap<>();
        String set = uids.stream().map(String::valueOf).collect(Collectors.joining(","));
        for (Response response : say("UID FETCH " + set + " (UID RFC822.SIZE)", Optional.empty())) {
            if (response instanceof FetchResponse fetched) {
                UID uid = fetched.getItem(UID.class);
                RFC822SIZE size = fetched.getItem(RFC822SIZE.class);
                if (uid != null && size != null) {
                    sizes.put(uid.uid, size.size);
                }
            }
        }
        return sizes;
    }

    /**
     * The bytes of a message, or of a section of it, without a flag being set.
     *
     * @return empty if the message is not there any more
     */
    Optional<byte[]> bytes(long uid, String section, int most) throws MessagingException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        boolean more = true;
        while (more) {
            int wanted = Math.min(PIECE, most - all.size());
            String range = "<" + all.size() + "." + wanted + ">";
            Optional<byte[]> piece = piece(uid, "BODY.PEEK[" + section + "]" + range);
            if (piece.isEmpty()) {
                return Optional.empty();
            }
            all.writeBytes(piece.get());
            more = piece.get().length == wanted && all.size() < most;
        }
        return Optional.of(all.toByteArray());
    }

    private Optional<byte[]> piece(long wanted, String item) throws MessagingException {
        for (Response response : say("UID FETCH " + wanted + " (UID " + item + ")", Optional.empty())) {
            if (response instanceof FetchResponse fetched) {
                UID uid = fetched.getItem(UID.class);
                BODY body = fetched.getItem(BODY.class);
                if (uid != null && uid.uid == wanted && body != null) {
                    return Optional.of(
                            body.getByteArray() == null
                                    ? new byte[0]
                                    : body.getByteArray().getNewBytes());
                }
            }
        }
        return Optional.empty();
    }

    void flag(long uid, String flag) throws MessagingException {
        say("UID STORE " + uid + " +FLAGS.SILENT (" + flag + ")", Optional.empty());
    }

    void copy(long uid, String target) throws MessagingException {
        say("UID COPY " + uid, Optional.of(target));
    }

    void move(long uid, String target) throws MessagingException {
        say("UID MOVE " + uid, Optional.of(target));
    }

    void expunge(long uid) throws MessagingException {
        say("UID EXPUNGE " + uid, Optional.empty());
    }

    void expungeAll() throws MessagingException {
        say("EXPUNGE", Optional.empty());
    }

    private Response[] say(String command, Optional<String> target) throws MessagingException {
        Object said = folder.doCommand(protocol -> {
            // An argument that is empty leaves a space behind, which not all servers bear.
            Response[] responses =
                    protocol.command(command, target.map(ImapUids::name).orElse(null));
            protocol.notifyResponseHandlers(responses);
            protocol.handleResult(last(responses));
            return responses;
        });
        return said instanceof Response[] responses ? responses : new Response[0];
    }

    private static Argument name(String folder) {
        return new Argument().writeString(BASE64MailboxEncoder.encode(folder));
    }

    private static Response last(Response[] responses) throws ProtocolException {
        if (responses.length == 0) {
            throw new ProtocolException("the server said nothing");
        }
        return responses[responses.length - 1];
    }
}
