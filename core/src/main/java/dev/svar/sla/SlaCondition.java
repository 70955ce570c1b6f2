package dev.svar.sla;

import dev.svar.contact.Channel;
import dev.svar.contact.OrganizationId;
import dev.svar.contact.TeamId;
import dev.svar.error.Check;
import dev.svar.ticket.FieldKey;
import dev.svar.ticket.FieldValue;
import dev.svar.ticket.Priority;
import dev.svar.ticket.Ticket;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which tickets a policy is for. A ticket must match everything that is asked for, and of each of these one of the values:
 * {@code SlaCondition.any().priorities(HIGH, URGENT).categories("payment")} is for payments that are high or urgent.
 *
 * @param priorities one of these, or any if there is none
 * @param categories one of these, or any if there is none
 * @param organizations one of these, or any if there is none
 * @param teams one of these, or any if there is none
 * @param channels one of these, or any if there is none
 * @param fields for each of these fields one of its values
 */
public record SlaCondition(
        Set<Priority> priorities,
        Set<String> categories,
        Set<OrganizationId> organizations,
        Set<TeamId> teams,
        Set<Channel> channels,
        Map<FieldKey, Set<FieldValue>> fields) {
    /** The most values of one kind. */
    public static final int MAX_VALUES = 1000;

    private static final SlaCondition ANY =
            new SlaCondition(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Map.of());

    /**
     * Checks and copies.
     *
     * @param priorities one of these
     * @param categories one of these
     * @param organizations one of these
     * @param teams one of these
     * @param channels one of these
     * @param fields for each of these fields one of its values
     */
    public SlaCondition {
        priorities = Set.copyOf(priorities);
        categories = Set.copyOf(Check.size("sla.categories", categories, MAX_VALUES));
        organizations = Set.copyOf(Check.size("sla.organizations", organizations, MAX_VALUES));
        teams = Set.copyOf(Check.size("sla.teams", teams, MAX_VALUES));
        channels = Set.copyOf(Check.size("sla.channels", channels, MAX_VALUES));
        Check.size("sla.fields", fields.keySet(), MAX_VALUES);
        fields = fields.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, e -> Set.copyOf(Check.size("sla.field", e.getValue(), MAX_VALUES))));
    }

    /** {@return the condition that every ticket matches} */
    public static SlaCondition any() {
        return ANY;
    }

    /**
     * Asks for a priority.
     *
     * @param wanted one of these
     * @return the narrower condition
     */
    public SlaCondition priorities(Priority... wanted) {
        return new SlaCondition(Set.copyOf(Arrays.asList(wanted)), categories, organizations, teams, channels, fields);
    }

    /**
     * Asks for a category.
     *
     * @param wanted one of these
     * @return the narrower condition
     */
    public SlaCondition categories(String... wanted) {
        return new SlaCondition(priorities, Set.copyOf(Arrays.asList(wanted)), organizations, teams, channels, fields);
    }

    /**
     * Asks for the organization that the requester belonged to when the ticket was opened.
     *
     * @param wanted one of these
     * @return the narrower condition
     */
    public SlaCondition organizations(OrganizationId... wanted) {
        return new SlaCondition(priorities, categories, Set.copyOf(Arrays.asList(wanted)), teams, channels, fields);
    }

    /**
     * Asks for the team that has the ticket.
     *
     * @param wanted one of these
     * @return the narrower condition
     */
    public SlaCondition teams(TeamId... wanted) {
        return new SlaCondition(
                priorities, categories, organizations, Set.copyOf(Arrays.asList(wanted)), channels, fields);
    }

    /**
     * Asks for the channel that the ticket came by.
     *
     * @param wanted one of these
     * @return the narrower condition
     */
    public SlaCondition channels(Channel... wanted) {
        return new SlaCondition(
                priorities, categories, organizations, teams, Set.copyOf(Arrays.asList(wanted)), fields);
    }

    /**
     * Asks for the value of a custom field.
     *
     * @param field which field
     * @param wanted one of these
     * @return the narrower condition
     */
    public SlaCondition field(FieldKey field, FieldValue... wanted) {
        Map<FieldKey, Set<FieldValue>> more = new HashMap<>(fields);
        more.put(field, Set.copyOf(Arrays.asList(wanted)));
        return new SlaCondition(priorities, categories, organizations, teams, channels, more);
    }

    /**
     * Whether the policy is for a ticket.
     *
     * @param ticket the ticket as it stands
     * @return whether it matches everything that is asked for
     */
    public boolean matches(Ticket ticket) {
        return among(priorities, Optional.of(ticket.priority()))
                && among(categories, ticket.category())
                && among(organizations, ticket.organization())
                && among(teams, ticket.team())
                && among(channels, Optional.of(ticket.channel()))
                && fields.entrySet().stream()
                        .allMatch(e -> among(
                                e.getValue(),
                                Optional.ofNullable(ticket.fields().get(e.getKey()))));
    }

    private static <T> boolean among(Set<T> wanted, Optional<T> value) {
        return wanted.isEmpty() || value.filter(wanted::contains).isPresent();
    }

    @Override
    public String toString() {
        return List.of(priorities, categories, organizations, teams, channels, fields.keySet())
                .toString();
    }
}
