package dev.svar.delivery;

/**
 * What a channel told of a message after it had taken it.
 *
 * @param kind what became of it
 * @param code the channel's code, possibly empty
 * @param said what the channel said, possibly empty; what is longer than {@value Delivery#MAX_DETAIL_LENGTH} characters is cut
 */
public record DeliveryReport(Kind kind, String code, String said) {
    /** What became of a message. */
    public enum Kind {
        /** It reached its recipient. */
        DELIVERED,
        /** It came back, and so would every other: there is nobody there. */
        HARD_BOUNCE,
        /** It came back, though another may not: a full mailbox, a phone that is off. */
        SOFT_BOUNCE,
        /** Its recipient does not want it. */
        COMPLAINT
    }

    /**
     * It reached its recipient.
     *
     * @return such a report
     */
    public static DeliveryReport delivered() {
        return new DeliveryReport(Kind.DELIVERED, "", "");
    }

    /**
     * It came back: for good if the enhanced status code (RFC 3463) says that the address or its mailbox is none.
     *
     * @param code the channel's code
     * @param said what the channel said
     * @return a hard bounce for {@code 5.1.x} and {@code 5.2.1}, but not for {@code 5.1.7} and {@code 5.1.8}, which are about
     *     the sender; a soft one for everything else
     */
    public static DeliveryReport bounced(String code, String said) {
        boolean sender = code.equals("5.1.7") || code.equals("5.1.8");
        boolean nobody = (code.startsWith("5.1.") && !sender) || code.equals("5.2.1");
        return bounced(nobody, code, said);
    }

    /**
     * It came back, and the channel knows what that says of the address.
     *
     * @param hard whether the address is useless from now on
     * @param code the channel's code
     * @param said what the channel said
     * @return such a report
     */
    public static DeliveryReport bounced(boolean hard, String code, String said) {
        return new DeliveryReport(hard ? Kind.HARD_BOUNCE : Kind.SOFT_BOUNCE, code, said);
    }
}
