package dev.svar.mail;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Signs mail with DKIM (RFC 6376, RFC 8301, RFC 8463) in the name of one domain, with an RSA or an Ed25519 key and the relaxed
 * forms of header and body, which relays may refold. Needs no library. Immutable, safe for use by several threads.
 *
 * <p>The fields that tell who writes what to whom are signed once more than they are there, so that nobody can add another
 * one; those for unsubscribing and those that mark automatic mail are signed wherever they are (RFC 8058 wants that).
 */
public final class DkimSigner implements MailSigner {
    /** The fewest bits of an RSA key. */
    public static final int MIN_RSA_BITS = 1024;

    private static final int MAX_NAME = 253;
    private static final int LINE = 72;
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*");
    private static final String FOLD = "\r\n ";

    /** Also where they are not there. */
    private static final List<String> ALWAYS = List.of(
            "From",
            "To",
            "Cc",
            "Reply-To",
            "Subject",
            "Date",
            "Message-ID",
            "In-Reply-To",
            "References",
            "MIME-Version",
            "Content-Type");

    /** A mailing list may add these to a mail that has none. */
    private static final List<String> WHERE_THERE = List.of(
            "Content-Transfer-Encoding",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "Auto-Submitted",
            OutgoingMail.OWN_MARK);

    private final String domain;
    private final String selector;
    private final DkimKey key;
    private final InstantSource clock;

    private DkimSigner(String domain, String selector, DkimKey key, InstantSource clock) {
        this.domain = domain;
        this.selector = selector;
        this.key = key;
        this.clock = clock;
    }

    /**
     * A signer in the name of a domain, whose public key is the TXT record {@code selector._domainkey.domain}.
     *
     * @param domain the domain of the addresses that mail is sent from, or one above it
     * @param selector the name of the key
     * @param key an RSA key of at least {@value #MIN_RSA_BITS} bits (2,048 are usual) or an Ed25519 key, which not all
     *     receivers know
     * @param clock tells when a mail is signed
     * @return the signer
     * @throws InvalidValueException if a name is no domain name or the key is none of these
     */
    public static DkimSigner of(String domain, String selector, PrivateKey key, InstantSource clock) {
        return new DkimSigner(name("dkim.domain", domain), name("dkim.selector", selector), DkimKey.of(key), clock);
    }

    /**
     * Reads a key.
     *
     * @param pem the key as PKCS#8 in PEM, {@code -----BEGIN PRIVATE KEY-----}, as {@code openssl genpkey} writes it, not
     *     encrypted; it appears in no message and no log
     * @return the key
     * @throws InvalidValueException if it is none
     */
    public static PrivateKey key(String pem) {
        return DkimKey.read(pem);
    }

    private static String name(String field, String value) {
        String line = Check.line(field, value, MAX_NAME).toLowerCase(Locale.ROOT);
        String ascii;
        try {
            ascii = IDN.toASCII(line);
        } catch (IllegalArgumentException e) {
            ascii = "";
        }
        if (ascii.length() > MAX_NAME || !NAME.matcher(ascii).matches()) {
            throw new InvalidValueException(field, "is no domain name");
        }
        return ascii;
    }

    @Override
    public String signature(byte[] mail) {
        int body = DkimText.bodyOf(mail);
        List<DkimText.Field> fields = DkimText.fields(mail, body);
        List<String> signed = signed(fields);
        String unsigned = "DKIM-Signature: v=1; a=" + key.algorithm() + "; c=relaxed/relaxed; d=" + domain + ";" + FOLD
                + "s=" + selector + "; t=" + clock.instant().getEpochSecond() + ";" + FOLD
                + "h=" + folded(signed) + ";" + FOLD
                + "bh=" + base64(DkimText.bodyDigest(mail, body)) + ";" + FOLD + "b=";
        String text = DkimText.header(fields, signed) + DkimText.relaxed(unsigned);
        return unsigned + folded(base64(sign(text.getBytes(StandardCharsets.ISO_8859_1))));
    }

    private static List<String> signed(List<DkimText.Field> fields) {
        List<String> signed = new ArrayList<>();
        for (String name : ALWAYS) {
            signed.addAll(Collections.nCopies(DkimText.count(fields, name) + 1, name));
        }
        for (String name : WHERE_THERE) {
            int there = DkimText.count(fields, name);
            signed.addAll(Collections.nCopies(there == 0 ? 0 : there + 1, name));
        }
        return signed;
    }

    private byte[] sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance(key.method());
            signature.initSign(key.key());
            signature.update(key.isPure() ? DkimText.sha256().digest(text) : text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key cannot sign", e);
        }
    }

    private static String folded(List<String> names) {
        StringBuilder all = new StringBuilder();
        int line = 0;
        for (String name : names) {
            if (line + name.length() > LINE) {
                all.append(FOLD);
                line = 0;
            }
            all.append(name).append(':');
            line += name.length() + 1;
        }
        all.setLength(all.length() - 1);
        return all.toString();
    }

    private static String folded(String text) {
        StringBuilder all = new StringBuilder();
        for (int at = 0; at < text.length(); at += LINE) {
            all.append(FOLD).append(text, at, Math.min(text.length(), at + LINE));
        }
        return all.toString();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** {@return the name of the key, never the key} */
    @Override
    public String toString() {
        return "DKIM by " + selector + "._domainkey." + domain;
    }
}
