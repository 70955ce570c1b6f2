package dev.svar.jdbc;

import dev.svar.HelpDesk;
import dev.svar.Mailbox;
import dev.svar.assignment.AgentProfile;
import dev.svar.assignment.AssignmentStrategy;
import dev.svar.assignment.Presence;
import dev.svar.assignment.Roster;
import dev.svar.assignment.Team;
import dev.svar.category.RuleCategorizer;
import dev.svar.contact.Address;
import dev.svar.contact.Agent;
import dev.svar.contact.AgentDirectory;
import dev.svar.contact.AgentId;
import dev.svar.contact.TeamId;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.SilencePlan;
import dev.svar.sla.SlaPolicy;
import dev.svar.store.DeskStore;
import dev.svar.testkit.RecordingTransport;
import dev.svar.ticket.CustomField;
import dev.svar.ticket.FieldType;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.SigningKey;
import dev.svar.ticket.SilenceStep;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.TicketRules;
import dev.svar.ticket.TicketTokens;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** A desk with everything set whose ids are counted, so that two of them do the same. */
final class ModelDesk {
    static final Address MAILBOX = Address.mail("support@paamelding.example");
    static final List<AgentId> AGENTS = List.of(new AgentId("lars"), new AgentId("berit"), new AgentId("siv"));
    static final List<TeamId> TEAMS = List.of(new TeamId("front"), new TeamId("back"));

    private final AtomicLong ids;
    private final RecordingTransport mail = RecordingTransport.mail();
    private final List<RecordedEvent> told = new ArrayList<>();
    private final HelpDesk desk;

    ModelDesk(DeskStore store, InstantSource time) {
        this(store, time, 0);
    }

    /** On a store that may have things with ids up to this one. */
    ModelDesk(DeskStore store, InstantSource time, long lastId) {
        this.ids = new AtomicLong(lastId);
        this.desk = HelpDesk.builder(store)
                .time(time)
                .ids(() -> new UUID(0x7000, ids.incrementAndGet()))
                .sla(SlaPolicy.standard(BusinessCalendar.roundTheClock(ZoneOffset.UTC)))
                .silence(SilencePlan.builder()
                        .step(StatusCategory.PENDING_CUSTOMER, Duration.ofDays(2), SilenceStep.ASK)
                        .step(StatusCategory.PENDING_CUSTOMER, Duration.ofDays(3), SilenceStep.CLOSE)
                        .step(StatusCategory.SOLVED, Duration.ofDays(5), SilenceStep.CLOSE)
                        .build())
                .rules(TicketRules.builder()
                        .field(CustomField.choice("plan", "Plan", "free", "gold"))
                        .field(CustomField.internal("seats", "Seats", FieldType.NUMBER))
                        .build())
                .agents(AgentDirectory.of(agent(0), agent(1), agent(2)))
                .assignment(
                        AssignmentStrategy.sticky().orElse(AssignmentStrategy.leastLoaded()),
                        Roster.of(
                                List.of(
                                        Team.of(TEAMS.get(0), "Front", AGENTS.get(0), AGENTS.get(1)),
                                        Team.of(TEAMS.get(1), "Back", AGENTS.get(2))),
                                AGENTS.stream()
                                        .map(a -> AgentProfile.of(a).withCapacity(15))
                                        .toList()),
                        Presence.everybody())
                .categorizer(RuleCategorizer.builder()
                        .rule("payment", "betal*", "kort*")
                        .build())
                .transport(mail)
                .mailbox(new Mailbox(MAILBOX, "Påmelding"))
                .tokens(TicketTokens.signedWith(SigningKey.of(1, new byte[SigningKey.MIN_SECRET_BYTES])))
                .listener("report", (ticket, events) -> told.addAll(events))
                .build();
    }

    private static Agent agent(int index) {
        String name = AGENTS.get(index).value();
        return new Agent(
                AGENTS.get(index), name, Address.mail(name + "@paamelding.example"), Locale.forLanguageTag("nb"));
    }

    HelpDesk desk() {
        return desk;
    }

    RecordingTransport mail() {
        return mail;
    }

    List<RecordedEvent> told() {
        return told;
    }
}
