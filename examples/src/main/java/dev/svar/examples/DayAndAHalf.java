package dev.svar.examples;

import dev.svar.HelpDesk;
import dev.svar.Taken;
import dev.svar.contact.Address;
import dev.svar.delivery.Delivery;
import dev.svar.mail.ImapInbox;
import dev.svar.mail.MailReader;
import dev.svar.mail.RawMail;
import dev.svar.mail.SmtpSecurity;
import dev.svar.message.Disposition;
import dev.svar.message.InboundMessage;
import dev.svar.message.Incoming;
import dev.svar.sla.SlaClock;
import dev.svar.store.Page;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketState;
import dev.svar.testkit.ManualTime;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Thursday from eleven until Friday afternoon at the support address of Påmelding. */
final class DayAndAHalf {
    private static final Instant FRIDAY_MORNING = Instant.parse("2026-12-04T09:30:00Z");
    private static final Instant FRIDAY_AFTERNOON = Instant.parse("2026-12-04T15:30:00Z");
    private static final Duration TIME_TO_ANSWER = Duration.ofMinutes(90);
    private static final Address SUPPORT = ParticipantDesk.MAILBOX.address();
    private static final Pattern DATE = Pattern.compile("(?im)^Date: *(?:\\w{3}, *)?([^\\r\\n(]+)");
    private static final Pattern FROM = Pattern.compile("(?im)^From:[^\\r\\n]*?([^\\s<>\"]+@[^\\s<>\"]+)");

    /** What the agent answers with where there is a better text than a promise to look into it. */
    private static final Map<String, String> CANNED =
            Map.of("payment", "payment-receipt", "invoice", "payment-receipt", "participant", "change-participant");

    private final HelpDesk desk;
    private final ManualTime time;
    private final PrintStream out;
    private final MailPost post;
    private final ImapInbox inbox;
    private final MailReader reader = MailReader.forMailbox(SUPPORT);
    private final Tally tally = new Tally();

    DayAndAHalf(HelpDesk desk, MailServer server, ManualTime time, PrintStream out) {
        this.desk = desk;
        this.time = time;
        this.out = out;
        this.post = new MailPost(server.smtpPort());
        this.inbox = ImapInbox.builder(MailServer.HOST, server.imapPort(), SUPPORT.value(), MailServer.PASSWORD)
                .security(SmtpSecurity.NONE)
                .build();
    }

    Tally live() {
        out.println("Thursday 3 December 2026, the mail of the day");
        for (String name : Resources.lines("mail/index.txt")) {
            byte[] mail = Resources.bytes("mail/" + name);
            post.send(sender(mail), SUPPORT.value(), mail);
        }
        inbox.drain(this::takeAtItsTime, Integer.MAX_VALUE);
        answerUntil(FRIDAY_MORNING);
        out.println("Friday 4 December 2026, answers to our own mails");
        later("answer.eml", "01-cannot-pay.eml", "replied");
        later("out-of-office.eml", "02-invoice-instead-of-card.eml", "acknowledged");
        later("bounce.eml", "26-no-confirmation.eml", "acknowledged");
        inbox.drain(this::take, Integer.MAX_VALUE);
        answerUntil(FRIDAY_AFTERNOON);
        out.println("  " + clock() + "  the day ends");
        return tally;
    }

    private void takeAtItsTime(RawMail mail) {
        answerUntil(dateOf(mail.bytes()));
        take(mail);
    }

    private void take(RawMail mail) {
        Incoming incoming = reader.read(mail);
        Taken taken = desk.receive(incoming);
        tally.count(taken);
        Disposition disposition = taken.receipt().disposition();
        String what = taken.duplicate() ? "taken before" : word(disposition);
        boolean obvious = taken.duplicate() || disposition == Disposition.OPENED;
        String why = obvious ? "" : " (" + taken.receipt().reason() + ")";
        String ticket = taken.receipt()
                .ticket()
                .flatMap(desk::find)
                .map(state -> " " + state.ticket().number())
                .orElse("");
        out.println("  " + clock() + "  " + title(incoming) + ": " + what + ticket + why);
    }

    private static String title(Incoming incoming) {
        if (!(incoming instanceof InboundMessage message)) {
            return "something unreadable";
        }
        String name = message.fromName().isEmpty() ? message.from().value() : message.fromName();
        return name + ", \"" + message.subject() + "\"";
    }

    /** The agent answers every ticket that has a category; what the rules did not recognize is left lying. */
    private void answerUntil(Instant end) {
        Optional<TicketId> next = nextToAnswer(end);
        while (next.isPresent()) {
            Ticket ticket = desk.find(next.get()).orElseThrow().ticket();
            Instant at = answerAt(ticket);
            if (at.isAfter(time.instant())) {
                time.runUntil(desk, at);
            }
            String shortcut = CANNED.getOrDefault(ticket.category().orElse(""), "looking-into-it");
            String text = desk.cannedResponse(ticket.id(), ParticipantDesk.OLA.id(), shortcut);
            desk.assign(ticket.id(), ParticipantDesk.OLA.id(), ParticipantDesk.OLA.id());
            desk.reply(ticket.id(), ParticipantDesk.OLA.id(), text);
            out.println("  " + clock() + "  Ola answers " + ticket.number() + " with \"" + shortcut + "\"");
            next = nextToAnswer(end);
        }
        if (end.isAfter(time.instant())) {
            time.runUntil(desk, end);
        }
    }

    private Optional<TicketId> nextToAnswer(Instant end) {
        Optional<String> cursor = Optional.empty();
        do {
            TicketQuery query = TicketQuery.all(Page.MAX_LIMIT);
            Page<TicketState> page = desk.tickets(cursor.map(query::from).orElse(query));
            Optional<TicketId> found = page.items().stream()
                    .filter(state -> state.ticket().category().isPresent())
                    .filter(state -> state.clocks()
                            .clock(SlaTarget.FIRST_RESPONSE)
                            .filter(SlaClock::open)
                            .isPresent())
                    .map(TicketState::ticket)
                    .filter(ticket -> !answerAt(ticket).isAfter(end))
                    .map(Ticket::id)
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            cursor = page.next();
        } while (cursor.isPresent());
        return Optional.empty();
    }

    private static Instant answerAt(Ticket ticket) {
        return ParticipantDesk.promises().calendar().plus(ticket.openedAt(), TIME_TO_ANSWER);
    }

    private static String word(Disposition disposition) {
        return disposition.name().toLowerCase(Locale.ROOT);
    }

    private void later(String name, String original, String kind) {
        byte[] mail = Resources.bytes("mail/" + original);
        Optional<Delivery> delivery = deliveryTo(Address.mail(sender(mail)), kind);
        if (delivery.isEmpty()) {
            throw new IllegalStateException("nothing of kind " + kind + " was sent for " + original);
        }
        // A bounce has no sender to answer to, but the embedded server takes no mail without one.
        String sender = delivery.get().message().to().value();
        post.send(sender, SUPPORT.value(), answerTo(delivery.get(), Resources.text("mail-later/" + name)));
    }

    private Optional<Delivery> deliveryTo(Address to, String kind) {
        return desk.tickets(TicketQuery.all(Page.MAX_LIMIT)).items().stream()
                .flatMap(state -> desk.deliveries(state.ticket().id(), Page.MAX_LIMIT).stream())
                .filter(d -> d.kind().equals(kind) && d.message().to().equals(to))
                .findFirst();
    }

    private byte[] answerTo(Delivery delivery, String template) {
        return template.replace("@@MESSAGE_ID@@", delivery.message().messageId())
                .replace("@@REPLY_TO@@", delivery.message().replyTo().value())
                .replace("@@RECIPIENT@@", delivery.message().to().value())
                .replace("@@SUBJECT@@", ascii(delivery.message().subject()))
                .replace("@@DATE@@", date(time.instant()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String ascii(String subject) {
        return subject.replaceAll("[^\\x20-\\x7E]", "?");
    }

    private static String date(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atZone(ParticipantDesk.ZONE));
    }

    private static Instant dateOf(byte[] mail) {
        Matcher matcher = DATE.matcher(new String(mail, StandardCharsets.ISO_8859_1));
        if (!matcher.find()) {
            throw new IllegalStateException("an example mail without a date");
        }
        return ZonedDateTime.parse(matcher.group(1).strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
    }

    private static String sender(byte[] mail) {
        Matcher matcher = FROM.matcher(new String(mail, StandardCharsets.ISO_8859_1));
        if (!matcher.find()) {
            throw new IllegalStateException("an example mail without a sender");
        }
        return matcher.group(1);
    }

    private String clock() {
        return DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH)
                .format(time.instant().atZone(ParticipantDesk.ZONE));
    }
}
