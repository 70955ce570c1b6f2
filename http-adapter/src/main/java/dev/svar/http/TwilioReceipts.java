package dev.svar.http;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Reads the status callbacks of Twilio, and only those that Twilio signed. Pure. Immutable, thread-safe. */
public final class TwilioReceipts {
    /** The most characters of an account's token. */
    public static final int MAX_TOKEN_LENGTH = 1_000;

    /** The most characters of a callback's body. */
    public static final int MAX_BODY_LENGTH = 64 * 1024;

    private static final String ALGORITHM = "HmacSHA1";

    private final SecretKeySpec token;

    private TwilioReceipts(SecretKeySpec token) {
        this.token = token;
    }

    /**
     * A reader.
     *
     * @param authToken the account's token, which callbacks are signed with
     * @return the reader
     * @throws InvalidValueException if it is blank or too long
     */
    public static TwilioReceipts signedWith(String authToken) {
        String checked = Check.line("twilio.authToken", authToken, MAX_TOKEN_LENGTH);
        return new TwilioReceipts(new SecretKeySpec(checked.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    }

    /**
     * Reads a callback.
     *
     * @param url the whole URL as Twilio called it, with its query, before any proxy changed it
     * @param body the form that came
     * @param signature the header {@code X-Twilio-Signature}
     * @return what became of the message; empty if Twilio did not sign it or it says nothing of a delivery of ours
     */
    public Optional<SmsReceipt> read(URI url, String body, String signature) {
        if (body.length() > MAX_BODY_LENGTH) {
            return Optional.empty();
        }
        SortedMap<String, String> form = parts(body);
        Optional<String> delivery = Optional.ofNullable(url.getRawQuery())
                .flatMap(query -> Optional.ofNullable(parts(query).get(TwilioGateway.DELIVERY)));
        Optional<String> to = Optional.ofNullable(form.get("To"));
        if (!isSigned(url, form, signature) || delivery.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        SmsReceipt.State state = switch (form.getOrDefault("MessageStatus", "")) {
            case "delivered", "read" -> SmsReceipt.State.DELIVERED;
            case "failed", "undelivered", "canceled" -> SmsReceipt.State.FAILED;
            default -> SmsReceipt.State.UNDERWAY;
        };
        return SmsReceipt.receipt(delivery.get(), to.get(), state, form.getOrDefault("ErrorCode", ""));
    }

    private boolean isSigned(URI url, SortedMap<String, String> form, String signature) {
        StringBuilder signed = new StringBuilder(url.toString());
        form.forEach((name, value) -> signed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(token);
            byte[] expected = mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8));
            return MessageDigest.isEqual(expected, Base64.getDecoder().decode(signature.strip()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static SortedMap<String, String> parts(String form) {
        SortedMap<String, String> parts = new TreeMap<>();
        for (String part : form.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
            }
        }
        return parts;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** {@return what it is, never the token} */
    @Override
    public String toString() {
        return "receipts of Twilio";
    }
}
