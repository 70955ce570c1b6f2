package dev.svar.announcement;

import dev.svar.contact.Channel;
import dev.svar.contact.TenantId;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.message.ContentRef;
import dev.svar.ticket.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that is broken for many. Tickets belong to it that have its {@link #tag()}, however many they are.
 *
 * @param id its id
 * @param tenant whose it is
 * @param version how often it was stored: 1 for a new one, higher with each change
 * @param match which tickets belong to it by themselves
 * @param channel on which channel people are told
 * @param wordings what is said about it now, each language once; at least one
 * @param list who else is told, beside those who opened its tickets: a list that {@link RecipientList} wrote
 * @param state where it stands
 * @param openedAt when it was opened
 * @param updatedAt when it changed last
 */
public record Incident(
        IncidentId id,
        TenantId tenant,
        long version,
        IncidentMatch match,
        Channel channel,
        List<Wording> wordings,
        Optional<ContentRef> list,
        IncidentState state,
        Instant openedAt,
        Instant updatedAt) {
    /** Of so many open incidents, the latest ones, tickets are recognized. */
    public static final int MAX_RECOGNIZED = 100;

    private static final String TAG = "incident-";

    /**
     * Copies.
     *
     * @param id its id
     * @param tenant whose it is
     * @param version how often it was stored
     * @param match which tickets belong to it by themselves
     * @param channel on which channel people are told
     * @param wordings what is said about it now
     * @param list who else is told
     * @param state where it stands
     * @param openedAt when it was opened
     * @param updatedAt when it changed last
     */
    public Incident {
        wordings = List.copyOf(Check.size("incident.wordings", wordings, MailingOrder.MAX_WORDINGS));
        if (wordings.isEmpty()) {
            throw new InvalidValueException("incident.wordings", "are none, people must be told something");
        }
    }

    /** {@return the tag that its tickets have} */
    public Tag tag() {
        return new Tag(TAG + id);
    }

    /**
     * Something new is said about it.
     *
     * @param news what is said about it from now on
     * @param next where it stands from now on
     * @param now when
     * @return the incident, one version on
     */
    public Incident updated(List<Wording> news, IncidentState next, Instant now) {
        return new Incident(id, tenant, version + 1, match, channel, news, list, next, openedAt, now);
    }

    /**
     * What is told about it now: to those on the list and to those who opened its tickets, once to each.
     *
     * @param template the name of the template around the wording
     * @return the order of a mailing
     */
    public MailingOrder tell(String template) {
        Recipients requesters = new Recipients.Requesters(Optional.of(tag()), Optional.empty());
        Recipients all = list.<Recipients>map(
                        kept -> new Recipients.Together(List.of(requesters, new Recipients.Listed(kept))))
                .orElse(requesters);
        return MailingOrder.of(template, channel, wordings, all);
    }

    /** {@return which it is and where it stands, without what is said about it} */
    @Override
    public String toString() {
        return "incident " + id + " v" + version + " " + state;
    }
}
