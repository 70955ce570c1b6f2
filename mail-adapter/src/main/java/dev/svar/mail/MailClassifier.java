package dev.svar.mail;

import dev.svar.contact.Address;
import dev.svar.message.MessageNature;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells people from machines by the header (RFC 3834, RFC 2919, RFC 5230 and what programs do beside them). */
final class MailClassifier {
    private static final Set<String> BULK_PRECEDENCE = Set.of("bulk", "list", "junk");
    private static final Set<String> DAEMONS = Set.of("mailer-daemon", "postmaster", "mail-daemon", "mailerdaemon");
    private static final List<String> NO_REPLY =
            List.of("noreply", "no-reply", "no_reply", "no.reply", "donotreply", "do-not-reply", "do_not_reply");

    private static final List<String> RESPONDER_FIELDS =
            List.of("x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply", "x-autoreply-from");

    private final Headers headers;
    private final Set<Address> own;

    private MailClassifier(Headers headers, Set<Address> own) {
        this.headers = headers;
        this.own = own;
    }

    /** Says what kind of mail it is that came from this sender, and to the desk with these addresses. */
    static MailVerdict classify(Part root, Optional<BounceReport> bounce, Optional<Address> from, Set<Address> own) {
        return bounce.map(MailClassifier::ofDelivery)
                .or(() -> report(root))
                .orElseGet(() -> new MailClassifier(root.headers(), own).byHeader(from));
    }

    private static MailVerdict ofDelivery(BounceReport report) {
        return report.isBounce()
                ? MailVerdict.bounce(report.nature())
                : MailVerdict.automaticReply("it is a report about a delivery");
    }

    /** Reports of mail systems say so in their content type (RFC 6522). */
    private static Optional<MailVerdict> report(Part root) {
        if (!root.mediaType().equals("multipart/report")) {
            return Optional.empty();
        }
        String kind = root.type().parameter("report-type").orElse("").toLowerCase(Locale.ROOT);
        return Optional.of(
                switch (kind) {
                    case "disposition-notification" -> MailVerdict.automaticReply("it is a reading receipt");
                    case "feedback-report" -> MailVerdict.feedback("it is a complaint report");
                    case "delivery-status" -> MailVerdict.automaticReply("it is a report about a delivery");
                    default -> MailVerdict.bulk("it is a report of a mail system");
                });
    }

    private MailVerdict byHeader(Optional<Address> from) {
        if (from.filter(this::isOwn).isPresent()) {
            return MailVerdict.bulk("from our own address");
        }
        return autoSubmitted()
                .or(this::responder)
                .or(this::list)
                .or(() -> from.flatMap(MailClassifier::daemon))
                .or(this::nullSender)
                .orElseGet(() -> suppressed().or(() -> from.flatMap(MailClassifier::noReply)).orElseGet(MailVerdict::human));
    }

    private boolean isOwn(Address from) {
        int plus = from.localPart().indexOf('+');
        String local = plus > 0 ? from.localPart().substring(0, plus) : from.localPart();
        return own.stream()
                .anyMatch(o -> from.equals(o)
                        || (from.domain().equals(o.domain()) && local.equals(o.localPart())));
    }

    private Optional<MailVerdict> autoSubmitted() {
        Optional<String> value = headers.first("auto-submitted")
                .map(v -> HeaderValue.parse(v.replace(' ', ';')).word())
                .filter(v -> !v.isEmpty() && !v.equals("no"));
        return value.map(v -> {
            String reason = "Auto-Submitted: " + PlainText.line(v, 50);
            return v.equals("auto-replied") || answersSomething()
                    ? MailVerdict.automaticReply(reason)
                    : MailVerdict.bulk(reason);
        });
    }

    private boolean answersSomething() {
        return headers.first("in-reply-to").isPresent()
                || headers.first("references").isPresent();
    }

    private Optional<MailVerdict> responder() {
        if (precedence().equals("auto_reply")) {
            return Optional.of(MailVerdict.automaticReply("Precedence: auto_reply"));
        }
        return RESPONDER_FIELDS.stream()
                .filter(name -> headers.first(name)
                        .filter(v -> !v.equalsIgnoreCase("no"))
                        .isPresent())
                .findFirst()
                .map(name -> MailVerdict.automaticReply("it has the header field " + name));
    }

    private Optional<MailVerdict> list() {
        String precedence = precedence();
        if (BULK_PRECEDENCE.contains(precedence)) {
            return Optional.of(MailVerdict.bulk("Precedence: " + precedence));
        }
        if (headers.has("list-id") || headers.has("list-post")) {
            return Optional.of(MailVerdict.bulk("it came over a mailing list"));
        }
        boolean unsubscribe = headers.has("list-unsubscribe") && !precedence.isEmpty();
        return unsubscribe ? Optional.of(MailVerdict.bulk("it offers to unsubscribe")) : Optional.empty();
    }

    private String precedence() {
        return headers.first("precedence").orElse("").strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<MailVerdict> daemon(Address from) {
        return DAEMONS.contains(from.localPart())
                ? Optional.of(MailVerdict.automaticReply("from " + from.localPart()))
                : Optional.empty();
    }

    private Optional<MailVerdict> nullSender() {
        boolean empty = headers.first("return-path")
                .filter(v -> v.replace(" ", "").equals("<>"))
                .isPresent();
        return empty ? Optional.of(MailVerdict.automaticReply("its return path is empty")) : Optional.empty();
    }

    private Optional<MailVerdict> suppressed() {
        String suppress = headers.first("x-auto-response-suppress").orElse("").toLowerCase(Locale.ROOT);
        boolean answers = suppress.contains("all") || suppress.contains("autoreply") || suppress.contains("oof");
        return answers
                ? Optional.of(MailVerdict.humanNotToAnswer("X-Auto-Response-Suppress asks for no automatic answer"))
                : Optional.empty();
    }

    private static Optional<MailVerdict> noReply(Address from) {
        return NO_REPLY.stream().anyMatch(from.localPart()::startsWith)
                ? Optional.of(MailVerdict.humanNotToAnswer("nobody reads " + from.localPart()))
                : Optional.empty();
    }
}
