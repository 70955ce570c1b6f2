package dev.svar.mail;

import java.util.Locale;
import java.util.Optional;

/** What became of a message on its way to one recipient (RFC 3464, section 2.3.3). */
public enum BounceAction {
    /** Delivery was given up. */
    FAILED,

    /** It is late and still tried. */
    DELAYED,

    /** It was delivered. */
    DELIVERED,

    /** It went on to a mail system that sends no reports. */
    RELAYED,

    /** It was delivered and went on to further recipients. */
    EXPANDED;

    /** {@return whether the message did not arrive, or not yet} */
    public boolean isTrouble() {
        return this == FAILED || this == DELAYED;
    }

    /** The action of that name, whatever follows it. */
    static Optional<BounceAction> named(String value) {
        String word = value.strip().toLowerCase(Locale.ROOT);
        for (BounceAction action : values()) {
            if (word.startsWith(action.name().toLowerCase(Locale.ROOT))) {
                return Optional.of(action);
            }
        }
        return word.startsWith("fail") ? Optional.of(FAILED) : Optional.empty();
    }
}
