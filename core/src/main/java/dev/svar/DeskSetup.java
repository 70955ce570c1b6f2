package dev.svar;

import dev.svar.announcement.Incident;
import dev.svar.announcement.IncidentState;
import dev.svar.assignment.Team;
import dev.svar.category.LanguageDetector;
import dev.svar.category.ThanksDetector;
import dev.svar.contact.Address;
import dev.svar.contact.AgentDirectory;
import dev.svar.contact.Channel;
import dev.svar.contact.TenantId;
import dev.svar.message.Transport;
import dev.svar.sla.SlaPolicies;
import dev.svar.store.DeskStore;
import dev.svar.store.TicketState;
import dev.svar.template.TemplateCatalog;
import dev.svar.template.TemplateRenderer;
import dev.svar.ticket.FollowUpPolicy;
import dev.svar.ticket.RedactionRules;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketLifecycle;
import dev.svar.ticket.TicketNumber;
import dev.svar.ticket.TicketTokens;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** What the host has wired, checked and complete. */
record DeskSetup(
        DeskStore store,
        TenantId tenant,
        InstantSource time,
        Supplier<UUID> ids,
        String numberPrefix,
        TicketLifecycle lifecycle,
        SlaPolicies policies,
        Timers timers,
        FollowUpPolicy followUps,
        ThanksDetector thanks,
        RedactionRules contextRules,
        Optional<DeskAssignment> assignment,
        AgentDirectory agents,
        LanguageDetector languages,
        List<Reaction> reactions,
        Map<String, DeskListener> listeners,
        Map<Channel, Transport> transports,
        Optional<Mailbox> mailbox,
        TemplateCatalog templates,
        TemplateCatalog cannedResponses,
        TemplateRenderer renderer,
        Optional<TicketTokens> tokens,
        Duration tokenLifetime,
        Optional<URI> followUpLinks,
        Optional<URI> ticketLinks,
        Optional<URI> unsubscribeLinks,
        Optional<SatisfactionPolicy> satisfaction,
        LetterCaps caps,
        LetterBreaker breaker,
        AnswerCounts answers,
        Set<Address> ownAddresses,
        DeliveryRules deliveryRules,
        Throughput throughput,
        boolean recognizesIncidents,
        Set<AgentMail> agentMail,
        DeskKnowledge knowledge,
        DeskHints hints) {

    DeskSetup on(DeskStore other) {
        return new DeskSetup(
                other,
                tenant,
                time,
                ids,
                numberPrefix,
                lifecycle,
                policies,
                timers,
                followUps,
                thanks,
                contextRules,
                assignment,
                agents,
                languages,
                reactions,
                listeners,
                transports,
                mailbox,
                templates,
                cannedResponses,
                renderer,
                tokens,
                tokenLifetime,
                followUpLinks,
                ticketLinks,
                unsubscribeLinks,
                satisfaction,
                caps,
                breaker,
                answers,
                ownAddresses,
                deliveryRules,
                throughput,
                recognizesIncidents,
                agentMail,
                knowledge,
                hints);
    }

    /** A cascade that asks no reactions: what must be recorded even if host code fails. */
    Cascade quietCascade(Instant now, Draft... drafts) {
        return new Cascade(tenant, lifecycle, policies, List.of(), List.of(drafts), now);
    }

    Cascade cascade(Instant now, Draft... drafts) {
        return new Cascade(tenant, lifecycle, policies, asked(), List.of(drafts), now);
    }

    /** A cascade in which a ticket is opened; whoever opens it may have said how urgent it is. */
    Cascade opening(Instant now, Draft draft, boolean saysPriority) {
        List<Reaction> all = new ArrayList<>(asked());
        if (!saysPriority) {
            hints.raising().ifPresent(all::add);
        }
        return new Cascade(tenant, lifecycle, policies, all, List.of(draft), now);
    }

    /** Which incidents go on is looked up at most once for a command, and only if one of its events asks for it. */
    private List<Reaction> asked() {
        if (!recognizesIncidents) {
            return reactions;
        }
        List<Reaction> all = new ArrayList<>(reactions);
        List<List<Incident>> found = new ArrayList<>();
        all.add(new TellOfIncidents(() -> {
            if (found.isEmpty()) {
                found.add(store.incidents(tenant, IncidentState.OPEN, Optional.empty(), Incident.MAX_RECOGNIZED));
            }
            return found.get(0);
        }));
        return all;
    }

    /** A number names a ticket by all of it: what tickets are called may have become another since. */
    Optional<TicketState> ticket(TicketNumber number) {
        return store.ticketByNumber(tenant, number.value())
                .filter(state -> state.ticket().number().equals(number));
    }

    /** The team that has a ticket, if the desk knows it. */
    Optional<Team> team(Ticket ticket) {
        return ticket.team()
                .flatMap(team -> assignment.flatMap(desk -> desk.roster().team(team)));
    }

    /** Where people are told times who have no zone of their own. */
    ZoneId zone() {
        return policies.fallback().calendar().zone();
    }

    /** Whether mail from there would be the desk talking to itself. */
    boolean isOwn(Address address) {
        return ownAddresses.contains(address)
                || mailbox.filter(m -> m.isOwn(address)).isPresent();
    }

    /** The present, cut to what every store can keep. */
    Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
