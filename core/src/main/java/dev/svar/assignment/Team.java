package dev.svar.assignment;

import dev.svar.contact.AgentId;
import dev.svar.contact.TeamId;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.CalendarException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Agents who work the same hours. Teams with calendars in different zones make work follow the sun: a ticket goes to
 * whichever is open.
 *
 * @param id the host's id
 * @param name what people call it, one line of at most {@value #MAX_NAME_LENGTH} characters
 * @param members who belongs to it, in the order of its rotation, each once; from one to {@value #MAX_MEMBERS}
 * @param hours its working hours; empty for a team that always works
 * @param language the language that customers are written to in whose own is not known, when the team has their ticket
 */
public record Team(
        TeamId id, String name, List<AgentId> members, Optional<BusinessCalendar> hours, Optional<Locale> language) {
    /** The most characters a name may have. */
    public static final int MAX_NAME_LENGTH = 200;

    /** The most members of a team. */
    public static final int MAX_MEMBERS = 1_000;

    /**
     * Checks and copies.
     *
     * @param id the host's id
     * @param name what people call it
     * @param members who belongs to it, in the order of its rotation
     * @param hours its working hours; empty for a team that always works
     * @param language the language of its customers
     * @throws InvalidValueException if the name is not a line, or members are none, too many or not each once
     */
    public Team {
        Check.line("team.name", name, MAX_NAME_LENGTH);
        if (members.isEmpty()) {
            throw new InvalidValueException("team.members", "of " + id + " is empty, a team needs at least one member");
        }
        members = List.copyOf(Check.size("team.members", members, MAX_MEMBERS));
        Set<AgentId> seen = new HashSet<>();
        for (AgentId member : members) {
            if (!seen.add(member)) {
                throw new InvalidValueException(
                        "team.members", "of " + id + " holds " + member + " twice, each may be there once");
            }
        }
    }

    /**
     * A team without a language of its own.
     *
     * @param id the host's id
     * @param name what people call it
     * @param members who belongs to it, in the order of its rotation
     * @param hours its working hours; empty for a team that always works
     * @throws InvalidValueException as for the other constructor
     */
    public Team(TeamId id, String name, List<AgentId> members, Optional<BusinessCalendar> hours) {
        this(id, name, members, hours, Optional.empty());
    }

    /**
     * A team that always works.
     *
     * @param id the host's id
     * @param name what people call it
     * @param members who belongs to it, in the order of its rotation
     * @return the team
     * @throws InvalidValueException as for the constructor
     */
    public static Team of(TeamId id, String name, AgentId... members) {
        return new Team(id, name, List.of(members), Optional.empty());
    }

    /**
     * The same team with working hours.
     *
     * @param calendar its hours
     * @return a team
     */
    public Team withHours(BusinessCalendar calendar) {
        return new Team(id, name, members, Optional.of(calendar), language);
    }

    /**
     * The same team with a language.
     *
     * @param locale the language of its customers
     * @return a team
     */
    public Team withLanguage(Locale locale) {
        return new Team(id, name, members, hours, Optional.of(locale));
    }

    /**
     * Whether it works.
     *
     * @param now when
     * @return true within its hours
     * @throws CalendarException if it has hours and their calendar does not reach that instant
     */
    public boolean open(Instant now) {
        return hours.map(calendar -> calendar.isOpen(now)).orElse(true);
    }

    /**
     * When it works next.
     *
     * @param now from when
     * @return the instant given if it is open then, otherwise the next opening; empty if its calendar has none within
     *     {@link BusinessCalendar#SEARCH_LIMIT}, as when it lists a few dates that are over
     * @throws CalendarException if it has hours and their calendar does not reach that instant
     */
    public Optional<Instant> nextOpen(Instant now) {
        try {
            return Optional.of(hours.map(calendar -> calendar.nextOpen(now)).orElse(now));
        } catch (CalendarException e) {
            if (e.problem() == CalendarException.Problem.BEYOND_SEARCH_LIMIT) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
