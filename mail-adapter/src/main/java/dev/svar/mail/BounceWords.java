package dev.svar.mail;

import dev.svar.contact.Address;
import java.util.List;
import java.util.Optional;

/**
 * What a report says of one recipient, before it is judged.
 *
 * @param status what its status field holds, possibly empty
 * @param action what it says became of the message, if it does
 * @param diagnostic the words of the other server, one line
 * @param quoted whether the diagnostic stands in a field of its own, not among what the report says to people
 * @param context what else the report says to people, of this recipient alone
 */
record BounceWords(String status, Optional<BounceAction> action, String diagnostic, boolean quoted, String context) {
    private static final List<String> AT_THE_END =
            List.of("end of data", "reply to data", "data command", ">>> data", "smtp command data", "after data");
    private static final int MAX_DIAGNOSTIC_LENGTH = 500;

    BounceRecipient judge(Optional<Address> address, Optional<Address> original) {
        String named = named();
        BounceCause said = said(named)
                .filter(cause -> cause != BounceCause.NO_SUCH_USER || !isFilter())
                .orElse(isFilter() ? BounceCause.FILTERED : BounceCause.UNKNOWN);
        BounceAction became = action.orElseGet(() -> named.startsWith("4") || (named.isEmpty() && isTemporary())
                ? BounceAction.DELAYED
                : named.startsWith("2") ? BounceAction.DELIVERED : BounceAction.FAILED);
        BounceCause weighed =
                BouncePhrases.nameBlockList(diagnostic) ? BounceCause.POLICY : StatusCauses.weigh(said, named);
        BounceCause cause = became.isTrouble() ? weighed : BounceCause.UNKNOWN;
        String status = named.isEmpty() ? derived(cause, became) : named;
        return new BounceRecipient(
                address,
                original,
                became,
                status,
                cause,
                cause.isHard() && became == BounceAction.FAILED && !status.startsWith("4"),
                PlainText.line(diagnostic, MAX_DIAGNOSTIC_LENGTH));
    }

    /** What was said to people tells nothing that the recipient's own code does not know better. */
    private Optional<BounceCause> said(String named) {
        Optional<BounceCause> own = quoted ? BouncePhrases.cause(diagnostic) : Optional.empty();
        return own.isPresent() || StatusCauses.isExact(named)
                ? own
                : BouncePhrases.cause(diagnostic).or(() -> BouncePhrases.cause(context));
    }

    /** The other server's own words tell more than what the reporting system made of them, unless they are vague. */
    private String named() {
        String field = EnhancedStatus.in(this.status).orElse("");
        Optional<String> said = EnhancedStatus.ofReply(diagnostic).filter(code -> code.charAt(0) != '2');
        boolean trouble = action.filter(a -> !a.isTrouble()).isEmpty();
        return said.filter(code -> trouble)
                .filter(code -> field.isEmpty()
                        || field.charAt(0) == '2'
                        || (code.charAt(0) == field.charAt(0) && !code.endsWith(".0.0")))
                .orElse(trouble && field.startsWith("2") && action.isPresent() ? "" : field);
    }

    /**
     * A host that takes a recipient, and only after the whole message knows no such user, has one who filters: the mobile
     * operators of Japan hide refused mail so.
     */
    private boolean isFilter() {
        String plain = BouncePhrases.plain(diagnostic);
        boolean bare = plain.contains("user unknown") || plain.contains("unknown user");
        boolean exact = plain.contains("5.1.1") || status.contains("5.1.1");
        return bare
                && !exact
                && AT_THE_END.stream().anyMatch(BouncePhrases.plain(diagnostic + " " + context)::contains);
    }

    private String derived(BounceCause cause, BounceAction became) {
        if (!became.isTrouble()) {
            return "2.0.0";
        }
        boolean passes = cause == BounceCause.EXPIRED || cause == BounceCause.MAILBOX_FULL;
        if (passes && ReplyCode.in(diagnostic).isEmpty()) {
            return cause.status();
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
