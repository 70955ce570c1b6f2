package dev.svar.http;

/** What verifying a webhook came to. */
public enum WebhookCheck {
    /** It comes from somebody who knows the secret, just now. */
    GENUINE,
    /** It is signed, but long ago: perhaps somebody sends again what he once saw. */
    TOO_OLD,
    /** It is signed, but for a time to come: one of the two clocks is wrong. */
    TOO_NEW,
    /** None of its signatures is made with a secret that is known, or it was changed on the way. */
    FORGED;

    /** {@return whether to believe it} */
    public boolean genuine() {
        return this == GENUINE;
    }
}
