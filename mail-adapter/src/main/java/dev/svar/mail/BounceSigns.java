package dev.svar.mail;

import dev.svar.contact.Address;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells the reports that mail systems write in words of their own from what people write. Words alone are not enough, for
 * people quote such reports: a sender that is a mail system, or nobody, must come with them.
 */
final class BounceSigns {
    private static final int BEGINNING = 3_000;
    private static final int VERY_BEGINNING = 600;
    private static final int FIRST_WORDS = 200;
    private static final int MAX_LABEL = 30;

    private static final BounceTable WORDS = BounceTable.read("bounce-signs.txt");
    private static final List<String> SUBJECTS = WORDS.group("SUBJECTS");

    /** How mail systems alone begin. */
    private static final List<String> OPENINGS = WORDS.group("OPENINGS");

    /** How they begin as well; programs that answer for people know these too. */
    private static final List<String> LOOSE_OPENINGS = WORDS.group("LOOSE_OPENINGS");

    private static final List<String> TRANSCRIPTS = WORDS.group("TRANSCRIPTS");
    private static final List<String> PHRASES = WORDS.group("PHRASES");
    private static final List<String> WEAK = WORDS.group("WEAK");
    private static final List<String> TEMPORARY = WORDS.group("TEMPORARY");

    private static final String POSTMASTER = "postmaster";

    private static final List<String> SYSTEMS = List.of(
            "mailer-daemon",
            "mailerdaemon",
            "mail-daemon",
            "mailer daemon",
            "mail daemon",
            POSTMASTER,
            "mail delivery",
            "mail.delivery",
            "delivery system",
            "delivery subsystem",
            "maildeliverysystem",
            "system administrator",
            "mail administrator",
            "ndr administrator",
            "mdaemon",
            "microsoftexchange",
            "microsoft outlook",
            "interscan",
            "mail system",
            "<>",
            "mail router",
            "smtp gateway",
            "mail gateway");

    /** What their addresses are called, or end in behind a dot, a dash or a low line. */
    private static final List<String> LOCAL_PARTS = List.of("mta", "bounce", "bounces");

    /** What web pages send with, and what their servers are called. */
    private static final List<String> SCRIPTS = List.of("phpmailer", "php/", "swiftmailer", "contact form", "wpforms");

    private static final Set<String> WEB_SERVERS =
            Set.of("www-data", "www", "apache", "httpd", "nginx", "wordpress", "webmaster", "web", "webform");

    private BounceSigns() {}

    /** Whether the header leaves it open that the mail is such a report, so that its words need to be read. */
    static boolean possible(Headers headers) {
        return isSystem(headers) || isNobody(headers) || isNameless(headers) || headers.has("x-failed-recipients");
    }

    /**
     * How a report in words of its own is recognized; empty if nothing, or not enough, speaks for one.
     *
     * @param returned whether a mail is attached whose recipient the text names
     * @param names whether the text names somebody who may have been lost
     */
    static Optional<String> in(Headers headers, String text, boolean returned, BooleanSupplier names) {
        String beginning = BouncePhrases.plain(PlainText.cut(text, BEGINNING));
        Optional<String> subject = first(SUBJECTS, plain(headers, "subject"));
        Optional<String> words = first(PHRASES, beginning)
                .or(() -> first(OPENINGS, beginning))
                .or(() -> first(LOOSE_OPENINGS, beginning));
        boolean system = isSystem(headers);
        boolean sender = system || isNobody(headers);
        if (headers.first("x-failed-recipients").isPresent() && (sender || words.isPresent())) {
            return Optional.of("X-Failed-Recipients");
        }
        if (!isFromSystem(headers)
                && (isAnswer(headers) || isResponse(headers, text) || isForm(headers, text, returned))) {
            return Optional.empty();
        }
        if (mayBeAPerson(headers)) {
            boolean told = words.isPresent() || subject.isPresent();
            return told ? opening(beginning).or(() -> first(TRANSCRIPTS, beginning)) : Optional.empty();
        }
        if (system) {
            return words.or(() -> subject)
                    .or(() -> isAnswer(headers) ? Optional.empty() : weak(headers, text, beginning))
                    .map(sign -> "a mail system says: " + sign);
        }
        boolean quotes = words.isPresent() && SmtpRefusal.isIn(PlainText.cut(text, BEGINNING));
        if (sender
                && (isToldByNobody(beginning) || (words.isPresent() && returned) || (quotes && names.getAsBoolean()))) {
            return words.or(() -> first(TRANSCRIPTS, beginning)).map(sign -> "nobody says: " + sign);
        }
        return isNameless(headers) && words.isPresent() && !text.stripLeading().startsWith(">")
                ? opening(beginning)
                : Optional.empty();
    }

    /**
     * Whether the form of a web page, or another program, sent what a person wrote: it names somebody to whom answers go, or
     * itself. What begins with the words of a mail system, or returns a mail, is one only from a web server with somebody to
     * answer, what has the name of a mail system only with somebody to answer.
     */
    private static boolean isForm(Headers headers, String text, boolean returned) {
        boolean answerable = isAnswerable(headers);
        boolean web = isOfWebServer(headers);
        boolean report = returned
                || isFrom(headers, from -> from.localPart().equals(POSTMASTER))
                || first(OPENINGS, BouncePhrases.plain(PlainText.cut(text, FIRST_WORDS)))
                        .isPresent();
        if (report || isSystem(headers)) {
            return answerable && (web || !report);
        }
        return answerable || web || namesSender(headers, text);
    }

    /** Whether answers go to somebody of another domain than those who send and receive. */
    private static boolean isAnswerable(Headers headers) {
        Set<String> own = Stream.of("from", "to")
                .flatMap(name -> AddressList.parse(headers.first(name).orElse("")).stream())
                .map(person -> person.address().domain())
                .collect(Collectors.toSet());
        return AddressList.parse(headers.first("reply-to").orElse("")).stream()
                .map(MailPerson::address)
                .anyMatch(a -> !own.contains(a.domain())
                        && !isSystem(a)
                        && RobotNames.unread(a).isEmpty());
    }

    private static boolean isOfWebServer(Headers headers) {
        return isFrom(headers, from -> WEB_SERVERS.contains(from.localPart()))
                || headers.fields().stream().anyMatch(field -> field.name().startsWith("x-php-"))
                || headers.all("x-mailer").stream()
                        .map(value -> value.toLowerCase(Locale.ROOT))
                        .anyMatch(value -> SCRIPTS.stream().anyMatch(value::contains));
    }

    /** Whether a line tells the sender's address behind a label, as forms do with what was filled in. */
    private static boolean namesSender(Headers headers, String text) {
        String beginning = PlainText.cut(text, BEGINNING).toLowerCase(Locale.ROOT);
        return isFrom(
                headers,
                from -> beginning.lines().anyMatch(line -> {
                    int colon = PlainWords.colon(line, 0);
                    return colon > 0 && colon < MAX_LABEL && line.indexOf(from.value(), colon) > 0;
                }));
    }

    /** Mail systems guard against loops and call themselves responders too, but they quote refusals. */
    private static boolean isResponse(Headers headers, String text) {
        AnswerFields fields = new AnswerFields(headers);
        boolean refuses = isSystem(headers) && SmtpRefusal.isIn(PlainText.cut(text, BEGINNING));
        return fields.away().isPresent() || (fields.isResponse() && !refuses);
    }

    /** The sign of a report in a language that nobody knows here: what the other server replied. */
    static Optional<String> inCodes(Headers headers, String text) {
        boolean system = isFromSystem(headers) || (isSystem(headers) && !mayBeAPerson(headers));
        boolean answers = isAnswer(headers)
                || new AnswerFields(headers).isResponse()
                || (!isFromSystem(headers) && isForm(headers, text, false));
        return system && !answers && SmtpRefusal.isCoded(PlainText.cut(text, BEGINNING))
                ? Optional.of("a mail system quotes a refusal")
                : Optional.empty();
    }

    /**
     * Without a return path answer the programs of people who are away, forms and desks too, and a customer's words may be
     * those of a mail system.
     */
    private static boolean isToldByNobody(String beginning) {
        String opening = beginning.substring(0, Math.min(beginning.length(), VERY_BEGINNING));
        return first(OPENINGS, opening).isPresent()
                || first(TRANSCRIPTS, beginning).isPresent();
    }

    private static Optional<String> weak(Headers headers, String text, String beginning) {
        return first(WEAK, beginning)
                .or(() -> BounceDelays.in(new AnswerFields(headers).subject(), PlainText.cut(text, BEGINNING)));
    }

    private static Optional<String> opening(String beginning) {
        String opening = beginning.substring(0, Math.min(beginning.length(), VERY_BEGINNING));
        return first(OPENINGS, opening)
                .or(() -> first(LOOSE_OPENINGS, opening))
                .map(o -> "begins as a mail system does: " + o);
    }

    /** Whether nothing but a name or the address of a postmaster says that a mail system wrote it: both are people's too. */
    private static boolean mayBeAPerson(Headers headers) {
        boolean automatic = headers.first("auto-submitted")
                .filter(word -> !word.strip().equalsIgnoreCase("no"))
                .isPresent();
        return isSystem(headers)
                && !isNobody(headers)
                && !automatic
                && isFrom(headers, from -> true)
                && !isFromSystem(headers);
    }

    /** Whether the address itself is one of a mail system. */
    private static boolean isFromSystem(Headers headers) {
        return isFrom(headers, BounceSigns::isSystem);
    }

    private static boolean isFrom(Headers headers, Predicate<Address> kind) {
        return AddressList.parse(headers.first("from").orElse("")).stream()
                .map(MailPerson::address)
                .anyMatch(kind);
    }

    private static boolean isSystem(Address address) {
        String local = address.localPart().toLowerCase(Locale.ROOT);
        return !local.equals(POSTMASTER)
                && (SYSTEMS.stream().anyMatch(local::contains)
                        || LOCAL_PARTS.stream().anyMatch(name -> isCalled(local, name)));
    }

    private static boolean isCalled(String local, String name) {
        int before = local.length() - name.length() - 1;
        return local.equals(name) || (before >= 0 && local.endsWith(name) && ".-_".indexOf(local.charAt(before)) >= 0);
    }

    private static boolean isSystem(Headers headers) {
        String from = plain(headers, "from");
        return SYSTEMS.stream().anyMatch(from::contains) || isFromSystem(headers);
    }

    /** Mail systems report; people answer. */
    private static boolean isAnswer(Headers headers) {
        return headers.has("in-reply-to") && Answering.opens(new AnswerFields(headers).subject());
    }

    private static boolean isNobody(Headers headers) {
        return headers.all("return-path").stream()
                .map(v -> v.replace(" ", "").toLowerCase(Locale.ROOT))
                .anyMatch(v -> v.equals("<>") || v.contains("mailer-daemon"));
    }

    private static boolean isNameless(Headers headers) {
        return headers.first("from").isEmpty() && headers.first("sender").isEmpty();
    }

    /** Whether the words speak of something that may pass. */
    static boolean soundsTemporary(String text) {
        return first(TEMPORARY, BouncePhrases.plain(text)).isPresent();
    }

    private static String plain(Headers headers, String name) {
        return BouncePhrases.plain(EncodedWords.decode(headers.first(name).orElse("")));
    }

    static Optional<String> first(List<String> phrases, String text) {
        return phrases.stream().filter(text::contains).findFirst();
    }
}
