package dev.svar.ticket;

import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Signed tokens for follow-up links and reply addresses: each is bound to one ticket, one person, one right and a last
 * day, and can be revoked by raising the ticket's link generation or by retiring its key.
 *
 * <p>A token is lower-case base 36, since mail systems fold the case of addresses, and short enough (at most
 * {@value #MAX_LENGTH} characters) for the local part of a reply address. It names the ticket's number, not the person:
 * the person is part of what is signed (HMAC-SHA-256, cut to 128 bits; RFC 2104). Immutable, thread-safe.
 */
public final class TicketTokens {
    /** The most characters a token has. */
    public static final int MAX_LENGTH = 46;

    private static final int SIGNATURE_BYTES = 16;
    private static final int HEAD_BYTES = 1 + 1 + 1 + 3 + 8;
    private static final int LEADING_ONE = 1;

    private final SigningKey current;
    private final Map<Integer, SigningKey> byId;

    private TicketTokens(SigningKey current, Map<Integer, SigningKey> byId) {
        this.current = current;
        this.byId = byId;
    }

    /**
     * Tokens signed with one key and accepted from several.
     *
     * @param current the key that signs
     * @param retired keys whose tokens are still accepted
     * @return the tokens
     */
    public static TicketTokens signedWith(SigningKey current, SigningKey... retired) {
        Map<Integer, SigningKey> byId = new HashMap<>();
        for (SigningKey key : retired) {
            byId.put(key.id(), key);
        }
        byId.put(current.id(), current);
        return new TicketTokens(current, Map.copyOf(byId));
    }

    /** {@return tokens for single letters, signed with the same keys} */
    public LetterTokens letters() {
        return new LetterTokens(current, byId);
    }

    /**
     * Issues a token.
     *
     * @param ticket for which ticket
     * @param person for whom
     * @param right what it allows
     * @param expires the instant whose day (UTC) is the last one on which it works
     * @return the token
     */
    public String issue(Ticket ticket, ContactId person, AccessRight right, Instant expires) {
        Head head = new Head(
                current.id(), right, (int) epochDay(expires), ticket.number().value());
        byte[] signature = signature(current, head, ticket, person);
        byte[] all = ByteBuffer.allocate(HEAD_BYTES + SIGNATURE_BYTES)
                .put(head.bytes())
                .put(signature)
                .array();
        return Base36.of(all);
    }

    /**
     * Reads which ticket a token claims to be for, before the ticket is known. Nothing is proven by it.
     *
     * @param token what somebody presented
     * @return the value of the ticket's number, or empty if it is no token
     */
    public OptionalLong claimedNumber(String token) {
        return split(token).map(parts -> OptionalLong.of(parts.head().number())).orElseGet(OptionalLong::empty);
    }

    /**
     * Finds out for whom a token was issued.
     *
     * @param token what somebody presented
     * @param ticket the ticket it claims to be for
     * @param right the right that is asked for
     * @param now when
     * @return the requester or the participant it was issued for; empty if it is no token, was tampered with, is for
     *     another ticket or right, has expired or was revoked
     */
    public Optional<ContactId> bearer(String token, Ticket ticket, AccessRight right, Instant now) {
        Optional<Parts> parts = split(token);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Head head = parts.get().head();
        SigningKey key = byId.get(head.key());
        if (key == null
                || head.right() != right
                || head.number() != ticket.number().value()
                || head.lastDay() < epochDay(now)) {
            return Optional.empty();
        }
        byte[] presented = parts.get().signature();
        if (signedFor(ticket.requester(), key, head, ticket, presented)) {
            return Optional.of(ticket.requester());
        }
        return ticket.participants().stream()
                .filter(p -> signedFor(p, key, head, ticket, presented))
                .findFirst();
    }

    private static boolean signedFor(ContactId person, SigningKey key, Head head, Ticket ticket, byte[] presented) {
        return MessageDigest.isEqual(signature(key, head, ticket, person), presented);
    }

    private static byte[] signature(SigningKey key, Head head, Ticket ticket, ContactId person) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(head.bytes());
        content.writeBytes(bytes(ticket.id().value()));
        content.writeBytes(bytes(person.value()));
        content.writeBytes(
                ByteBuffer.allocate(4).putInt(ticket.linkGeneration()).array());
        content.writeBytes(ticket.tenant().value().getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(key.sign(content.toByteArray()), SIGNATURE_BYTES);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static long epochDay(Instant instant) {
        return instant.getEpochSecond() / ChronoUnit.DAYS.getDuration().toSeconds();
    }

    /**
     * Names of deliveries, signed with the same keys.
     *
     * @return the tokens
     */
    public DeliveryTokens deliveries() {
        return new DeliveryTokens(current, byId);
    }

    /**
     * Finds what looks like tokens of these keys in a text: those of tickets by their shape, since only the ticket can tell
     * whether they are genuine. The time grows with the length of the text alone.
     *
     * @param text any text, such as a mail that quotes ours
     * @param most where to stop
     * @return tokens that {@link #bearer} is to be asked about, each once, in the order of the text
     */
    public List<String> in(String text, int most) {
        return TokenRuns.in(text, this::isOurs, most);
    }

    /**
     * A text without tokens, so that who may read what somebody quoted does not get what was given to him alone.
     *
     * @param text any text or HTML
     * @param tenant whose desk it was written to
     * @return the same with each token of these keys, for tickets, deliveries or letters, replaced by an ellipsis
     */
    public String redacted(String text, TenantId tenant) {
        DeliveryTokens ofDeliveries = deliveries();
        LetterTokens ofLetters = letters();
        return TokenRuns.without(
                text,
                token -> isOurs(token)
                        || ofLetters.isOurs(tenant, token)
                        || Stream.of(DeliveryTokens.Use.values())
                                .anyMatch(use -> ofDeliveries
                                        .delivery(token, tenant, use)
                                        .isPresent()));
    }

    private boolean isOurs(String token) {
        return split(token)
                .filter(parts -> byId.containsKey(parts.head().key()))
                .isPresent();
    }

    private static Optional<Parts> split(String token) {
        return Base36.bytes(token, HEAD_BYTES + SIGNATURE_BYTES, MAX_LENGTH)
                .flatMap(all -> Head.read(ByteBuffer.wrap(all, 0, HEAD_BYTES))
                        .map(head -> new Parts(head, Arrays.copyOfRange(all, HEAD_BYTES, all.length))));
    }

    @SuppressWarnings("ArrayRecordComponent") // private and never compared
    private record Parts(Head head, byte[] signature) {}

    /** What a token says in clear. The leading one keeps every token at the same length. */
    private record Head(int key, AccessRight right, int lastDay, long number) {
        byte[] bytes() {
            return ByteBuffer.allocate(HEAD_BYTES)
                    .put((byte) LEADING_ONE)
                    .put((byte) key)
                    .put((byte) right.ordinal())
                    .put((byte) (lastDay >> 16))
                    .putShort((short) lastDay)
                    .putLong(number)
                    .array();
        }

        static Optional<Head> read(ByteBuffer bytes) {
            int one = bytes.get();
            int key = Byte.toUnsignedInt(bytes.get());
            int right = bytes.get();
            int day = (Byte.toUnsignedInt(bytes.get()) << 16) | Short.toUnsignedInt(bytes.getShort());
            long number = bytes.getLong();
            boolean known = one == LEADING_ONE && right >= 0 && right < AccessRight.values().length;
            return known ? Optional.of(new Head(key, AccessRight.values()[right], day, number)) : Optional.empty();
        }
    }
}
