package dev.svar;

import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.ContactId;
import dev.svar.contact.TeamId;
import dev.svar.error.SvarException;
import dev.svar.sla.SlaLevel;
import dev.svar.sla.SlaTimer;
import dev.svar.store.TicketState;
import dev.svar.ticket.Audience;
import dev.svar.ticket.ContextFact;
import dev.svar.ticket.CustomField;
import dev.svar.ticket.FieldKey;
import dev.svar.ticket.FieldType;
import dev.svar.ticket.FieldValue;
import dev.svar.ticket.LinkKind;
import dev.svar.ticket.LinkRefusedException;
import dev.svar.ticket.MergeRefusedException;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Priority;
import dev.svar.ticket.Rating;
import dev.svar.ticket.Requirement;
import dev.svar.ticket.Resolution;
import dev.svar.ticket.SilenceStep;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Status;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Tag;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketLink;
import dev.svar.ticket.TicketNumber;
import dev.svar.ticket.TicketPairCommand;
import dev.svar.ticket.TicketRules;
import dev.svar.ticket.TicketSplit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Random commands, good ones and bad ones: values that are none are refused as they are made. */
final class RandomWishes {
    static final int MAX_TICKETS = 40;

    private static final List<Status> STATUSES = List.of(
            Status.NEW,
            Status.OPEN,
            new Status("at the developers", StatusCategory.OPEN),
            Status.PENDING,
            Status.ON_HOLD,
            Status.SOLVED,
            new Status("worked around", StatusCategory.SOLVED),
            Status.CLOSED,
            Status.MERGED);
    private static final List<SlaLevel> SOME_LEVELS = List.of(
            SlaLevel.WARNING, SlaLevel.warning(2), SlaLevel.DELAY_NOTICE, SlaLevel.BREACH, SlaLevel.escalation(1));
    private static final List<String> KEYS = List.of("text", "number", "boolean", "date", "choice", "unknown");

    private final Random random;
    private final int variant;
    private int tickets;
    private int messages;
    private String latest = "";

    RandomWishes(Random random) {
        this.random = random;
        this.variant = random.nextInt(3);
    }

    /** The hosts: one that sets nothing but fields, one that is strict, one that is generous. */
    TicketRules rules() {
        TicketRules.Builder rules = TicketRules.builder()
                .field(CustomField.internal("text", "Text", FieldType.TEXT))
                .field(CustomField.internal("number", "Number", FieldType.NUMBER))
                .field(CustomField.internal("boolean", "Boolean", FieldType.BOOLEAN))
                .field(CustomField.internal("date", "Date", FieldType.DATE))
                .field(CustomField.choice("choice", "Choice", "silver", "gold"));
        if (variant == 1) {
            rules.statuses(STATUSES.subList(0, STATUSES.size() - 1).toArray(Status[]::new))
                    .require(StatusCategory.SOLVED, Requirement.RESOLUTION, Requirement.ASSIGNEE)
                    .require(StatusCategory.OPEN, Requirement.CATEGORY)
                    .forbid(StatusCategory.PENDING_INTERNAL, StatusCategory.OPEN)
                    .forbid(StatusCategory.NEW, StatusCategory.CLOSED);
        } else if (variant == 2) {
            rules.allow(StatusCategory.CLOSED, StatusCategory.OPEN, StatusCategory.SOLVED)
                    .allow(StatusCategory.OPEN, StatusCategory.NEW);
        }
        return rules.build();
    }

    /** What was wished for last, for the message of a failure. */
    String latest() {
        return latest;
    }

    String nameOf(SvarException e) {
        String name = e.getClass().getSimpleName();
        if (e instanceof MergeRefusedException m) {
            return name + " " + m.reason();
        }
        return e instanceof LinkRefusedException l ? name + " " + l.reason() : name;
    }

    private <T> T told(T wish) {
        latest = String.valueOf(wish);
        return wish;
    }

    TicketId fresh() {
        tickets++;
        return new TicketId(new UUID(7, tickets));
    }

    private boolean chance(int in) {
        return random.nextInt(in) == 0;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> T any(T[] all) {
        return all[random.nextInt(all.length)];
    }

    private ContactId contact() {
        return new ContactId(new UUID(1, random.nextInt(8)));
    }

    private Set<ContactId> contacts() {
        Set<ContactId> some = new HashSet<>();
        IntStream.range(0, random.nextInt(4)).forEach(i -> some.add(contact()));
        return some;
    }

    private MessageId message() {
        messages++;
        return new MessageId(new UUID(2, messages));
    }

    private Actor agent() {
        return Actor.agent(new AgentId(chance(2) ? "lars" : "nina"));
    }

    private String subject() {
        return switch (random.nextInt(30)) {
            case 0 -> " ";
            case 1 -> "x".repeat(501);
            case 2 -> "two\nlines";
            default -> "Betaling " + random.nextInt(5);
        };
    }

    private FieldValue value() {
        return switch (random.nextInt(7)) {
            case 0 -> FieldValue.of(chance(10) ? "" : "text " + random.nextInt(3));
            case 1 -> FieldValue.of(new BigDecimal(any(List.of("1.5", "1.50", "-3", "1E+2147483647"))));
            case 2 -> FieldValue.of(chance(2));
            case 3 -> FieldValue.of(LocalDate.of(2026, 1 + random.nextInt(12), 1));
            case 4 -> FieldValue.of(random.nextLong());
            default -> FieldValue.choice(any(List.of("silver", "gold", "lead")));
        };
    }

    private TicketNumber number() {
        return new TicketNumber("SUP", tickets + 1L);
    }

    TicketCommand.Open opening() {
        return opening(Optional.empty());
    }

    TicketCommand.Open following(TicketId earlier) {
        return opening(Optional.of(new TicketLink(LinkKind.FOLLOWS, earlier)));
    }

    private TicketCommand.Open opening(Optional<TicketLink> origin) {
        ContactId requester = contact();
        return told(new TicketCommand.Open(
                chance(3) ? agent() : Actor.customer(requester),
                number(),
                subject(),
                requester,
                contacts(),
                any(Priority.values()),
                Channel.MAIL,
                chance(2) ? Optional.of(Locale.ENGLISH) : Optional.empty(),
                chance(2),
                message(),
                Optional.empty(),
                chance(2)
                        ? List.of(new ContextFact("order", FieldValue.of(random.nextInt(100)), any(Audience.values())))
                        : List.of(),
                chance(4) ? Map.of(new FieldKey(any(KEYS)), value()) : Map.of(),
                origin));
    }

    TicketSplit split() {
        int count = 1 + random.nextInt(3);
        List<TicketSplit.CopiedMessage> copies = IntStream.range(0, count)
                .mapToObj(i -> new TicketSplit.CopiedMessage(message(), message(), MessageRole.CUSTOMER))
                .toList();
        return told(new TicketSplit(agent(), number(), "Also this", contact(), copies));
    }

    TicketPairCommand undo() {
        return told(new TicketPairCommand.UndoMerge(agent()));
    }

    TicketPairCommand pair(RandomDesk desk, TicketId one, TicketId other) {
        LinkKind kind = any(LinkKind.values());
        return told(
                switch (random.nextInt(8)) {
                    case 0, 1 -> new TicketPairCommand.Merge(agent(), chance(2));
                    case 2 -> new TicketPairCommand.UndoMerge(agent());
                    case 3 -> new TicketPairCommand.Unlink(agent(), kind);
                    default -> {
                        Set<TicketId> beyond = new DeskInvariants(desk).beyond(other, kind);
                        yield new TicketPairCommand.Link(agent(), kind, beyond);
                    }
                });
    }

    TicketCommand command(TicketState state, Instant now) {
        return told(
                switch (random.nextInt(6)) {
                    case 0 -> conversation();
                    case 1, 2 -> new TicketCommand.ChangeStatus(agent(), any(STATUSES), resolution());
                    case 3 -> gathering();
                    case 4 -> aside(state, now);
                    default -> byRules(state, now);
                });
    }

    private Optional<Resolution> resolution() {
        return chance(2) ? Optional.empty() : Optional.of(any(Resolution.values()));
    }

    private TicketCommand conversation() {
        Actor customer = Actor.customer(contact());
        return switch (random.nextInt(8)) {
            case 5 -> new TicketCommand.Rate(customer, any(Rating.values()), "comment", resolution());
            case 6 -> new TicketCommand.RemindOfRating(Actor.rule("satisfaction"));
            case 0 -> new TicketCommand.AddNote(agent(), message());
            case 1 -> new TicketCommand.AddAutomaticMessage(customer, message());
            case 2 -> new TicketCommand.RefuseMessage(customer, Channel.MAIL);
            case 3 -> new TicketCommand.Reply(agent(), message(), any(STATUSES), resolution());
            default -> new TicketCommand.AddCustomerMessage(customer, message(), Channel.MAIL, chance(2));
        };
    }

    private TicketCommand gathering() {
        return switch (random.nextInt(11)) {
            case 0 ->
                new TicketCommand.Assign(agent(), chance(3) ? Optional.empty() : Optional.of(new AgentId("lars")));
            case 1 ->
                new TicketCommand.AssignTeam(agent(), chance(3) ? Optional.empty() : Optional.of(new TeamId("web")));
            case 2 -> new TicketCommand.ChangePriority(agent(), any(Priority.values()));
            case 3 -> new TicketCommand.Categorize(agent(), chance(9) ? "" : "payment", List.of("word"));
            case 4 -> new TicketCommand.EditSubject(agent(), subject());
            case 5 -> new TicketCommand.ChangeTags(agent(), tags(), tags());
            case 6, 7 -> new TicketCommand.ChangeParticipants(agent(), contacts(), contacts());
            case 9 -> new TicketCommand.ChangeWatchers(agent(), watchers(), watchers());
            case 8 -> new TicketCommand.RecordTime(agent(), Duration.ofMinutes(random.nextInt(60)));
            default ->
                new TicketCommand.SetField(
                        agent(), new FieldKey(any(KEYS)), chance(3) ? Optional.empty() : Optional.of(value()));
        };
    }

    private Set<AgentId> watchers() {
        Set<AgentId> some = new HashSet<>();
        IntStream.range(0, random.nextInt(60)).forEach(i -> some.add(new AgentId("agent" + random.nextInt(150))));
        return some;
    }

    private Set<Tag> tags() {
        Set<Tag> some = new HashSet<>();
        IntStream.range(0, random.nextInt(60)).forEach(i -> some.add(new Tag("t" + random.nextInt(150))));
        return some;
    }

    private TicketCommand aside(TicketState state, Instant now) {
        return switch (random.nextInt(7)) {
            case 0, 1 -> new TicketCommand.Snooze(agent(), now.plus(Duration.ofDays(random.nextInt(4000) - 100)));
            case 2 -> new TicketCommand.Wake(Actor.rule("snooze"));
            case 3 -> new TicketCommand.MarkSpam(agent());
            case 4 -> new TicketCommand.ClearSpam(agent());
            case 5 -> new TicketCommand.RevokeLinks(agent());
            default ->
                new TicketCommand.RecordRedaction(
                        agent(), message(), 1, state.ticket().spam() ? 1 : 0);
        };
    }

    private TicketCommand byRules(TicketState state, Instant now) {
        Actor rule = Actor.rule("test");
        if (chance(20)) {
            return chance(2)
                    ? new TicketCommand.ReviewSla(rule)
                    : new TicketCommand.RecordReactionFailure(rule, chance(2));
        } else if (chance(6)) {
            return new TicketCommand.ReportDeliveryFailure(
                    rule, Address.mail("kari@kunde.example"), "5.1.1", "no such user ".repeat(random.nextInt(60)));
        } else if (chance(2)) {
            SilenceStep step = RandomDesk.SILENCE
                    .next(state.ticket())
                    .map(next -> next.step())
                    .orElse(any(SilenceStep.values()));
            return new TicketCommand.TakeSilenceStep(
                    rule, state.ticket().silence().round() - (chance(4) ? 1 : 0), step);
        }
        Optional<SlaTimer> timer = state.clocks().timers(state.ticket(), RandomDesk.POLICIES).stream()
                .findFirst();
        SlaTarget target = timer.map(SlaTimer::target).orElse(SlaTarget.RESOLUTION);
        int cycle = timer.map(SlaTimer::cycle).orElse(1);
        SlaLevel level = timer.map(SlaTimer::level).orElse(any(SOME_LEVELS));
        return switch (level.kind()) {
            case WARNING -> new TicketCommand.WarnOfSla(rule, target, cycle, level.step(), now);
            case DELAY_NOTICE -> new TicketCommand.AnnounceDelay(rule, target, cycle, now, now.plusSeconds(60));
            case BREACH -> new TicketCommand.BreachSla(rule, target, cycle, now, Duration.ofHours(1));
            case ESCALATION -> new TicketCommand.EscalateSla(rule, target, cycle, level.step(), now);
        };
    }
}
