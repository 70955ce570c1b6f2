package dev.svar.mail;

import dev.svar.error.InvalidValueException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/**
 * What signs.
 *
 * @param algorithm its name in DKIM
 * @param method its name in Java
 */
record DkimKey(PrivateKey key, String algorithm, String method) {
    private static final String FIELD = "dkim.key";
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final int MAX_PEM = 100_000;
    private static final String ED25519 = "Ed25519";

    static DkimKey of(PrivateKey key) {
        if (key instanceof RSAPrivateKey rsa) {
            int bits = rsa.getModulus().bitLength();
            if (bits < DkimSigner.MIN_RSA_BITS) {
                throw new InvalidValueException(
                        FIELD, "has " + bits + " bits, it must have at least " + DkimSigner.MIN_RSA_BITS);
            }
            return new DkimKey(key, "rsa-sha256", "SHA256withRSA");
        }
        if (key instanceof EdECPrivateKey ed && ED25519.equals(ed.getParams().getName())) {
            return new DkimKey(key, "ed25519-sha256", ED25519);
        }
        throw new InvalidValueException(FIELD, "is neither an RSA key nor an Ed25519 key");
    }

    static PrivateKey read(String pem) {
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin || pem.length() > MAX_PEM) {
            throw new InvalidValueException(FIELD, "is not PKCS#8 in PEM without a password (" + BEGIN + ")");
        }
        PKCS8EncodedKeySpec spec;
        try {
            String base64 = pem.substring(begin + BEGIN.length(), end);
            spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(FIELD, "is not in base64");
        }
        for (String kind : List.of("RSA", ED25519)) {
            try {
                return KeyFactory.getInstance(kind).generatePrivate(spec);
            } catch (GeneralSecurityException e) {
                // It may be of the other kind.
                continue;
            }
        }
        throw new InvalidValueException(FIELD, "is neither an RSA key nor an Ed25519 key");
    }

    /** Whether the digest is signed as if it were the text (RFC 8463). */
    boolean isPure() {
        return ED25519.equals(method);
    }

    /** {@return the kind, never the key} */
    @Override
    public String toString() {
        return algorithm;
    }
}
