package dev.svar.message;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** Gives out the bytes of a content, and the last of them only if all were what the digest says. */
final class CheckedStream extends InputStream {
    private final InputStream in;
    private final ContentRef ref;
    private final MessageDigest digest = sha256();
    private long left;
    private boolean checked;

    CheckedStream(InputStream in, ContentRef ref) {
        this.in = in;
        this.ref = ref;
        this.left = ref.size();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) {
        Objects.checkFromIndexSize(from, most, into.length);
        if (most == 0) {
            return 0;
        }
        try {
            if (left == 0) {
                check();
                return -1;
            }
            int read = in.read(into, from, (int) Math.min(most, left));
            if (read < 0) {
                throw new DamagedContentException(ref, "ends " + left + " bytes before its end");
            }
            digest.update(into, from, read);
            left -= read;
            if (left == 0) {
                check();
            }
            return read;
        } catch (IOException e) {
            throw new DamagedContentException(ref, e);
        }
    }

    private void check() throws IOException {
        if (checked) {
            return;
        }
        if (in.read() >= 0) {
            throw new DamagedContentException(ref, "goes on behind its end");
        }
        if (!hex(digest.digest()).equals(ref.digest())) {
            throw new DamagedContentException(ref, "has other bytes than its digest says");
        }
        checked = true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
