package dev.svar.mail;

import dev.svar.contact.Address;
import java.util.Optional;

/**
 * What a report says of one recipient, before it is judged.
 *
 * @param status what its status field holds, possibly empty
 * @param action what it says became of the message, if it does
 * @param diagnostic the words of the other server, one line
 * @param context what else the report says to people
 */
record BounceWords(String status, Optional<BounceAction> action, String diagnostic, String context) {
    private static final int MAX_DIAGNOSTIC_LENGTH = 500;

    BounceRecipient judge(Optional<Address> address) {
        BounceCause said = BouncePhrases.cause(diagnostic)
                .or(() -> BouncePhrases.cause(context))
                .orElse(BounceCause.UNKNOWN);
        String named = named();
        BounceAction became = action.orElseGet(
                () -> named.startsWith("4") || (named.isEmpty() && isTemporary())
                        ? BounceAction.DELAYED
                        : named.startsWith("2") ? BounceAction.DELIVERED : BounceAction.FAILED);
        BounceCause cause = became.isTrouble() ? StatusCauses.weigh(said, named) : BounceCause.UNKNOWN;
        String status = named.isEmpty() ? derived(cause, became) : named;
        return new BounceRecipient(
                address,
                became,
                status,
                cause,
                cause.isHard() && became == BounceAction.FAILED,
                PlainText.line(diagnostic, MAX_DIAGNOSTIC_LENGTH));
    }

    /** The other server's own words tell more than a status such as 5.0.0. */
    private String named() {
        String field = EnhancedStatus.in(status).orElse("");
        return EnhancedStatus.in(diagnostic)
                .filter(code -> field.isEmpty() || (field.endsWith(".0.0") && code.charAt(0) == field.charAt(0)))
                .orElse(field);
    }

    private String derived(BounceCause cause, BounceAction became) {
        if (!became.isTrouble()) {
            return "2.0.0";
        }
        char severity = ReplyCode.in(diagnostic)
                .map(code -> code.charAt(0))
                .orElse(became == BounceAction.DELAYED || isTemporary() ? '4' : '5');
        return severity + (cause.status().isEmpty() ? ".0.0" : cause.status().substring(1));
    }

    private boolean isTemporary() {
        Optional<String> code = ReplyCode.in(diagnostic);
        return code.isPresent() ? code.get().startsWith("4") : BounceSigns.soundsTemporary(diagnostic + " " + context);
    }
}
