package dev.svar.mail;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Recognizes complaints of people who got mail: the feedback reports of RFC 5965, and those of Hotmail in their own form. */
final class FeedbackReader {
    private static final String JUNK_MAIL_REPORTING = "staff@hotmail.com";

    private FeedbackReader() {}

    /** How a complaint is recognized; empty if the mail is none. */
    static Optional<String> read(Part root) {
        Headers headers = root.headers();
        boolean named = root.type()
                .parameter("report-type")
                .filter(t -> t.equalsIgnoreCase("feedback-report"))
                .isPresent();
        if (named || root.children().stream().anyMatch(p -> p.mediaType().equals("message/feedback-report"))) {
            return Optional.of("it is a complaint report (RFC 5965)");
        }
        boolean junk = Stream.of("from", "return-path", "sender")
                .flatMap(name -> headers.all(name).stream())
                .flatMap(value -> AddressList.parse(value).stream())
                .anyMatch(p -> p.address().value().equals(JUNK_MAIL_REPORTING));
        boolean subject = headers.first("subject")
                .filter(s -> BouncePhrases.plain(s).startsWith("complaint about message from"))
                .isPresent();
        boolean returns = root.children().stream()
                .anyMatch(p -> List.of("message/rfc822", "text/rfc822-headers").contains(p.mediaType()));
        return junk || (subject && returns) ? Optional.of("it is a complaint report of Hotmail") : Optional.empty();
    }
}
