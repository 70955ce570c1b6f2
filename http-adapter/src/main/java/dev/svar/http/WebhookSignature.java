package dev.svar.http;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Signs webhooks and verifies them, by the Standard Webhooks specification with shared secrets ({@code v1}: HMAC-SHA-256 of
 * {@code id.timestamp.body}). Usable alone, on either side. Immutable, thread-safe.
 *
 * <p>To change a secret, sign with the new one and the old one until all receivers have the new one. A receiver may as well
 * accept two for a while.
 */
public final class WebhookSignature {
    /** The most secrets at a time. */
    public static final int MAX_SECRETS = 5;

    /** How far a timestamp may be from the receiver's clock, in both directions, when nothing else is said. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** The most signatures of one request that are looked at. */
    public static final int MAX_SIGNATURES = 20;

    private static final String VERSION = "v1,";

    private final List<WebhookSecret> secrets;
    private final Duration tolerance;

    private WebhookSignature(List<WebhookSecret> secrets, Duration tolerance) {
        this.secrets = secrets;
        this.tolerance = tolerance;
    }

    /**
     * Signs with each of the secrets and accepts what is signed with any of them.
     *
     * @param secret a secret
     * @param others further ones while a secret is changed, together at most {@value #MAX_SECRETS}
     * @return the signature
     * @throws InvalidValueException if there are more
     */
    public static WebhookSignature with(WebhookSecret secret, WebhookSecret... others) {
        List<WebhookSecret> all = new ArrayList<>();
        all.add(secret);
        all.addAll(List.of(others));
        return new WebhookSignature(List.copyOf(Check.size("webhook.secrets", all, MAX_SECRETS)), TOLERANCE);
    }

    /**
     * Accepts other timestamps.
     *
     * @param difference how far a timestamp may be from the receiver's clock, {@link #TOLERANCE} when not set
     * @return such a signature
     * @throws InvalidValueException if it is not longer than zero
     */
    public WebhookSignature tolerating(Duration difference) {
        return new WebhookSignature(secrets, Check.positive("webhook.tolerance", difference));
    }

    /**
     * Signs.
     *
     * @param id the same each time the same event is sent, without a dot, so that it is clear what is signed
     * @param now when this try is made
     * @param body the bytes that are sent
     * @return the headers to send with them
     * @throws InvalidValueException if the id is none
     */
    public WebhookHeaders sign(String id, Instant now, byte[] body) {
        if (id.indexOf('.') >= 0) {
            throw new InvalidValueException("webhook-id", "holds a dot");
        }
        byte[] content = content(id, now.getEpochSecond(), body);
        return new WebhookHeaders(
                id,
                now,
                secrets.stream()
                        .map(secret -> VERSION + Base64.getEncoder().encodeToString(secret.mac(content)))
                        .collect(Collectors.joining(" ")));
    }

    /**
     * Verifies. Takes the same time wherever a signature differs.
     *
     * @param headers the headers that came
     * @param body the bytes exactly as they came
     * @param now the receiver's time
     * @return whether it is genuine, and if not why
     */
    public WebhookCheck verify(WebhookHeaders headers, byte[] body, Instant now) {
        byte[] content = content(headers.id(), headers.timestamp().getEpochSecond(), body);
        if (!isSigned(headers.signatures(), content)) {
            return WebhookCheck.FORGED;
        }
        if (headers.timestamp().isBefore(now.minus(tolerance))) {
            return WebhookCheck.TOO_OLD;
        }
        return headers.timestamp().isAfter(now.plus(tolerance)) ? WebhookCheck.TOO_NEW : WebhookCheck.GENUINE;
    }

    private boolean isSigned(String signatures, byte[] content) {
        List<byte[]> expected =
                secrets.stream().map(secret -> secret.mac(content)).toList();
        boolean signed = false;
        String[] all = signatures.split(" ", MAX_SIGNATURES + 1);
        for (String signature : Arrays.asList(all).subList(0, Math.min(all.length, MAX_SIGNATURES))) {
            if (signature.startsWith(VERSION)) {
                byte[] given = decoded(signature.substring(VERSION.length()));
                for (byte[] mac : expected) {
                    signed |= MessageDigest.isEqual(mac, given);
                }
            }
        }
        return signed;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] content(String id, long seconds, byte[] body) {
        byte[] before = (id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8);
        byte[] content = new byte[before.length + body.length];
        System.arraycopy(before, 0, content, 0, before.length);
        System.arraycopy(body, 0, content, before.length, body.length);
        return content;
    }

    /** {@return how many secrets it has, never which} */
    @Override
    public String toString() {
        return "webhook signature with " + secrets.size() + " secrets";
    }
}
