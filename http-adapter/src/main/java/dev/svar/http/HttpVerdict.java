package dev.svar.http;

import dev.svar.message.SendOutcome;
import java.util.Optional;

/**
 * What a result means. The one place that decides it, for all that is sent:
 *
 * <ul>
 *   <li>2xx: taken, whatever the body says or whether it came.
 *   <li>401, 407, 408, 425, 429: temporary. Wrong credentials say nothing about what was sent, and no more does 429.
 *   <li>Other 4xx, and 3xx, since redirects are not followed: permanent. So is what is too large to be sent.
 *   <li>503: temporary. Other 5xx: as the kind of {@link Peer} says.
 *   <li>No connection, no TLS, or the end of it before everything had gone: temporary.
 *   <li>Everything had gone and no readable answer came: as the kind of peer says.
 * </ul>
 *
 * @param kind what it means
 * @param code the status, possibly empty
 * @param reason what happened, without anything that the other side wrote
 * @param retryAfter when it may be tried again, if the other side says so
 * @param about what it is that the verdict holds for
 */
record HttpVerdict(Kind kind, String code, String reason, Optional<RetryAfter> retryAfter, About about) {
    /** What a verdict holds for. */
    enum About {
        /** What was sent. */
        MESSAGE,
        /** How much was sent lately. */
        PACE,
        /** Whatever is sent there: nobody is there, or they do not know us. */
        PEER
    }

    enum Kind {
        TAKEN,
        TEMPORARY,
        PERMANENT,
        UNCERTAIN
    }

    /** What the other side does with what comes twice, and what its errors mean. */
    enum Peer {
        /** It drops what it has already: nothing is ever uncertain, it is just sent again. */
        DROPS_REPETITIONS,
        /** It says 5xx only for what it did not take. */
        FAILS_BEFORE_TAKING,
        /** It may have taken what it says 5xx for; 503 alone means that it did not. */
        MAY_FAIL_AFTER_TAKING
    }

    static final int GONE = 410;

    private static final int UNAUTHORIZED = 401;
    private static final int PROXY_AUTHENTICATION = 407;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    static HttpVerdict of(HttpResult result, Peer peer) {
        if (result instanceof HttpResult.Answered answer) {
            String pause = answer.retryAfter()
                    .map(after -> ", to be tried again " + after)
                    .orElse("");
            return new HttpVerdict(
                    ofStatus(answer.status(), peer),
                    String.valueOf(answer.status()),
                    "HTTP " + answer.status() + pause,
                    answer.retryAfter(),
                    about(answer.status()));
        }
        if (result instanceof HttpResult.NotSent notSent) {
            return new HttpVerdict(
                    Kind.TEMPORARY,
                    "",
                    "not sent: " + notSent.reason(),
                    Optional.empty(),
                    notSent.offered() ? About.MESSAGE : About.PEER);
        }
        if (result instanceof HttpResult.Unanswered unanswered) {
            Kind kind = peer == Peer.DROPS_REPETITIONS ? Kind.TEMPORARY : Kind.UNCERTAIN;
            return new HttpVerdict(
                    kind, "", "sent, but no answer: " + unanswered.reason(), Optional.empty(), About.MESSAGE);
        }
        HttpResult.TooLarge large = (HttpResult.TooLarge) result;
        String reason = "not sent: has " + large.size() + " bytes, at most " + large.limit() + " are allowed";
        return new HttpVerdict(Kind.PERMANENT, "", reason, Optional.empty(), About.MESSAGE);
    }

    private static Kind ofStatus(int status, Peer peer) {
        return switch (status / 100) {
            case 2 -> Kind.TAKEN;
            case 3 -> Kind.PERMANENT;
            case 4 ->
                switch (status) {
                    case UNAUTHORIZED, PROXY_AUTHENTICATION, REQUEST_TIMEOUT, TOO_EARLY, TOO_MANY -> Kind.TEMPORARY;
                    default -> Kind.PERMANENT;
                };
            case 5 -> status == UNAVAILABLE || peer != Peer.MAY_FAIL_AFTER_TAKING ? Kind.TEMPORARY : Kind.UNCERTAIN;
            default -> peer == Peer.DROPS_REPETITIONS ? Kind.TEMPORARY : Kind.UNCERTAIN;
        };
    }

    private static About about(int status) {
        return switch (status) {
            case TOO_MANY -> About.PACE;
            case UNAUTHORIZED, PROXY_AUTHENTICATION -> About.PEER;
            default -> About.MESSAGE;
        };
    }

    boolean taken() {
        return kind == Kind.TAKEN;
    }

    /** As a transport says it that sends everything to one place. */
    SendOutcome outcomeOfOnlyPeer(String reference) {
        return kind == Kind.TEMPORARY && about == About.PEER
                ? new SendOutcome.Unavailable(code, reason)
                : outcome(reference);
    }

    /** As a transport says it. */
    SendOutcome outcome(String reference) {
        return switch (kind) {
            case TAKEN -> new SendOutcome.Accepted(reference);
            case TEMPORARY ->
                new SendOutcome.Deferred(code, reason, retryAfter.map(RetryAfter::pause), about == About.PACE);
            case PERMANENT -> new SendOutcome.Failed(code, reason);
            case UNCERTAIN -> new SendOutcome.Uncertain(reason);
        };
    }

    /** The same, said with a code and words of the other side's own that are fit to be kept. */
    HttpVerdict saying(String ownCode) {
        return new HttpVerdict(kind, ownCode, reason + ", code " + ownCode, retryAfter, about);
    }
}
