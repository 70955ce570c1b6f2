package dev.svar.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the header of a mail says about whether a program, or another help desk, answers with it. */
final class AnswerFields {
    private static final List<String> RESPONDER_FIELDS = List.of(
            "x-autoreply",
            "x-autorespond",
            "x-autoresponder",
            "x-auto-reply",
            "x-autoreply-from",
            "x-autoreply-domain",
            "x-mail-autoreply",
            "x-auto-response",
            "x-vacation",
            "x-amazon-auto-reply");
    private static final List<String> LOOP_FIELDS =
            List.of("x-otrs-loop", "x-rt-loop-prevention", "x-zammad-loop", "x-loop");

    /** What the fields begin with that other desks put into their mail, an agent's or their own. */
    private static final List<String> DESK_PREFIXES = List.of("x-zendesk-", "x-freshdesk-", "x-otrs-", "x-znuny-");

    /** The names that other desks give themselves as the programs that wrote a mail. */
    private static final List<String> DESK_NAMES = List.of("zendesk", "freshdesk", "otrs", "znuny", "zammad");

    private final Headers headers;

    AnswerFields(Headers headers) {
        this.headers = headers;
    }

    String subject() {
        return EncodedWords.decode(headers.first("subject").orElse(""));
    }

    String precedence() {
        return headers.first("precedence").orElse("").strip().toLowerCase(Locale.ROOT);
    }

    boolean answersSomething() {
        return headers.first("in-reply-to").isPresent()
                || headers.first("references").isPresent();
    }

    /** Whether it is an answer, or asks for no automatic one, so that less of its words is needed. */
    boolean isSupported() {
        return answersSomething() || headers.has("x-auto-response-suppress");
    }

    /** By which field a program says that it answers for somebody. */
    Optional<String> responder() {
        if (precedence().equals("auto_reply") || precedence().equals("auto-reply")) {
            return Optional.of("Precedence: auto_reply");
        }
        if (headers.first("preference").filter("auto_reply"::equalsIgnoreCase).isPresent()) {
            return Optional.of("Preference: auto_reply");
        }
        boolean delivered = headers.all("delivered-to").stream().anyMatch("autoresponder"::equalsIgnoreCase);
        boolean classed = headers.first("x-post-messageclass")
                .filter(v -> v.toLowerCase(Locale.ROOT).contains("autoresponder"))
                .isPresent();
        return delivered || classed ? Optional.of("an autoresponder signed it") : said(RESPONDER_FIELDS);
    }

    /** How the subject says that somebody is away. */
    Optional<String> away() {
        return AwaySubjects.in(subject(), isSupported()).map(words -> "its subject says " + words);
    }

    /** By what another help desk is known. */
    Optional<String> desk() {
        return loop().map(field -> "another desk guards itself against loops with " + field)
                .or(() -> isOfDesk() ? Optional.of("another help desk sent it") : Optional.empty());
    }

    /** Whether a responder or another desk answers with it. */
    boolean isResponse() {
        return responder().or(this::away).or(this::loop).isPresent();
    }

    /** Which of some fields is there and does not say no. */
    Optional<String> said(List<String> names) {
        return names.stream()
                .filter(name -> headers.first(name)
                        .filter(v -> !v.equalsIgnoreCase("no") && !v.equalsIgnoreCase("false"))
                        .isPresent())
                .findFirst()
                .map(name -> "it has the header field " + name);
    }

    private Optional<String> loop() {
        return LOOP_FIELDS.stream().filter(headers::has).findFirst();
    }

    private boolean isOfDesk() {
        boolean named = headers.all("x-mailer", "x-powered-by", "user-agent").stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .anyMatch(value -> DESK_NAMES.stream().anyMatch(value::startsWith));
        return named
                || headers.fields().stream()
                        .anyMatch(field -> DESK_PREFIXES.stream().anyMatch(field.name()::startsWith));
    }
}
