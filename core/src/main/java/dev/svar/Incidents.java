package dev.svar;

import dev.svar.announcement.Incident;
import dev.svar.announcement.IncidentId;
import dev.svar.announcement.IncidentMatch;
import dev.svar.announcement.IncidentState;
import dev.svar.announcement.Mailing;
import dev.svar.announcement.MailingState;
import dev.svar.announcement.RecipientList;
import dev.svar.announcement.Wording;
import dev.svar.contact.Actor;
import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.delivery.MailingId;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Content;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.IncidentChange;
import dev.svar.store.MailingChange;
import dev.svar.store.Page;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is broken for many: an incident is opened, news about it is told, and it is resolved. Each telling is one mailing to
 * those who opened its tickets and to those on its list, once to each of them. Tickets belong to it because an agent says so,
 * or, if the desk {@link HelpDesk.Builder#recognizeIncidents recognizes} them, by its {@link IncidentMatch} when they come.
 * Safe for use by any number of threads.
 */
public final class Incidents {
    /** The name of the template for a new incident. */
    static final String OPENED = "incident_opened";

    /** The name of the template for news. */
    static final String UPDATED = "incident_updated";

    /** The name of the template for the end. */
    static final String RESOLVED = "incident_resolved";

    private final DeskSetup setup;
    private final Desk desk;

    Incidents(DeskSetup setup, Desk desk) {
        this.setup = setup;
        this.desk = desk;
    }

    /**
     * Opens an incident and tells nobody yet but those whose tickets are recognized from now on.
     *
     * @param match which tickets belong to it by themselves
     * @param wordings what is said about it, each language once
     * @return the incident
     */
    public Incident open(IncidentMatch match, List<Wording> wordings) {
        return open(match, Channel.MAIL, wordings, Optional.empty());
    }

    /**
     * Opens an incident and tells those on a list.
     *
     * @param match which tickets belong to it by themselves
     * @param wordings what is said about it, each language once
     * @param list who is told now and of all news
     * @return the incident
     */
    public Incident open(IncidentMatch match, List<Wording> wordings, RecipientList list) {
        return open(match, list.channel(), wordings, Optional.of(list.content()));
    }

    private Incident open(IncidentMatch match, Channel channel, List<Wording> wordings, Optional<Content> list) {
        Instant now = setup.now();
        Incident incident = new Incident(
                new IncidentId(setup.ids().get()),
                setup.tenant(),
                1,
                match,
                channel,
                wordings,
                list.map(Content::ref),
                IncidentState.OPEN,
                now,
                now);
        Changes.Builder changes = Changes.builder(setup.tenant()).incident(new IncidentChange(0, incident));
        list.ifPresent(content -> {
            changes.content(content);
            tell(changes, incident, OPENED, now);
        });
        if (setup.store().commit(changes.build()) != CommitResult.COMMITTED) {
            throw new IllegalStateException("an id was given out twice");
        }
        return incident;
    }

    /**
     * Tells news to all who are told of an incident.
     *
     * @param id which
     * @param news what is said about it from now on
     * @return the incident afterwards
     * @throws UnknownIncidentException if there is none
     * @throws InvalidValueException if it is resolved
     */
    public Incident update(IncidentId id, List<Wording> news) {
        return change(id, news, IncidentState.OPEN);
    }

    /**
     * Tells that an incident is over and solves its tickets: those that are not solved yet, one after the other, in the due
     * work; tickets that the rules do not let be solved stay as they are.
     *
     * @param id which
     * @param news what is said about it from now on
     * @return the incident afterwards
     * @throws UnknownIncidentException if there is none
     * @throws InvalidValueException if it is resolved already
     */
    public Incident resolve(IncidentId id, List<Wording> news) {
        return change(id, news, IncidentState.RESOLVED);
    }

    private Incident change(IncidentId id, List<Wording> news, IncidentState next) {
        Instant now = setup.now();
        return Attempts.untilDecided("changing an incident", () -> {
            Incident before = find(id).orElseThrow(() -> new UnknownIncidentException(id));
            if (before.state() == IncidentState.RESOLVED) {
                throw new InvalidValueException("incident", "is resolved, nothing more is told of it");
            }
            Incident after = before.updated(news, next, now);
            Changes.Builder changes =
                    Changes.builder(setup.tenant()).incident(new IncidentChange(before.version(), after));
            tell(changes, after, next == IncidentState.OPEN ? UPDATED : RESOLVED, now);
            if (next == IncidentState.RESOLVED) {
                changes.schedule(new Work(new WorkKey.SolveIncident(id), now));
            }
            return setup.store().commit(changes.build()) == CommitResult.STALE ? Optional.empty() : Optional.of(after);
        });
    }

    private void tell(Changes.Builder changes, Incident incident, String template, Instant now) {
        Mailing mailing = Mailing.draft(new MailingId(setup.ids().get()), setup.tenant(), incident.tell(template), now)
                .to(MailingState.SENDING, now);
        changes.mailing(new MailingChange(0, mailing)).schedule(new Work(WorkKey.PlanMailing.of(mailing), now));
    }

    /**
     * Says that a ticket belongs to an incident; who opened it is told of the next news.
     *
     * @param ticket which ticket
     * @param incident which incident
     * @param by who says so
     * @return the ticket afterwards
     * @throws UnknownIncidentException if there is no such incident
     * @throws UnknownTicketException if there is no such ticket
     */
    public Ticket belongs(TicketId ticket, IncidentId incident, AgentId by) {
        Incident found = find(incident).orElseThrow(() -> new UnknownIncidentException(incident));
        return desk.execute(ticket, new TicketCommand.ChangeTags(Actor.agent(by), Set.of(found.tag()), Set.of()));
    }

    /**
     * Finds an incident.
     *
     * @param id its id
     * @return the incident as it stands
     */
    public Optional<Incident> find(IncidentId id) {
        return setup.store().incident(setup.tenant(), id);
    }

    /**
     * Lists incidents, the latest first.
     *
     * @param state only those that stand there
     * @param after the last one of the page before; empty for the first page
     * @param limit the most, 1 to {@value Page#MAX_LIMIT}
     * @return the incidents as they stand
     */
    public List<Incident> list(IncidentState state, Optional<Incident> after, int limit) {
        int most = (int) Check.range("limit", limit, 1, Page.MAX_LIMIT);
        return setup.store().incidents(setup.tenant(), state, after, most);
    }
}
