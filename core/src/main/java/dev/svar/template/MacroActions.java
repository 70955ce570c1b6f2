package dev.svar.template;

import dev.svar.contact.AgentId;
import dev.svar.contact.TeamId;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.Priority;
import dev.svar.ticket.Status;
import dev.svar.ticket.Tag;
import java.util.Optional;
import java.util.Set;

/**
 * What a macro does to a ticket beside its reply.
 *
 * @param status the status afterwards
 * @param priority the priority afterwards
 * @param addTags tags to be added, at most {@value #MAX_TAGS}
 * @param removeTags tags to be taken away, at most {@value #MAX_TAGS}, none that is added
 * @param assignee who is to work on it
 * @param team which team is to have it
 */
public record MacroActions(
        Optional<Status> status,
        Optional<Priority> priority,
        Set<Tag> addTags,
        Set<Tag> removeTags,
        Optional<AgentId> assignee,
        Optional<TeamId> team) {
    /** The most tags to be added, and to be taken away. */
    public static final int MAX_TAGS = 50;

    private static final MacroActions NONE = new MacroActions(
            Optional.empty(), Optional.empty(), Set.of(), Set.of(), Optional.empty(), Optional.empty());

    /**
     * Checks and copies.
     *
     * @param status the status afterwards
     * @param priority the priority afterwards
     * @param addTags tags to be added
     * @param removeTags tags to be taken away
     * @param assignee who is to work on it
     * @param team which team is to have it
     * @throws InvalidValueException if tags are too many, or one is added and taken away
     */
    public MacroActions {
        addTags = Set.copyOf(Check.size("macro.addTags", addTags, MAX_TAGS));
        removeTags = Set.copyOf(Check.size("macro.removeTags", removeTags, MAX_TAGS));
        if (addTags.stream().anyMatch(removeTags::contains)) {
            throw new InvalidValueException("macro.removeTags", "hold a tag that is added");
        }
    }

    /** {@return nothing: the macro is a canned response} */
    public static MacroActions none() {
        return NONE;
    }

    /**
     * The same with a status.
     *
     * @param after the status afterwards
     * @return actions
     */
    public MacroActions withStatus(Status after) {
        return new MacroActions(Optional.of(after), priority, addTags, removeTags, assignee, team);
    }

    /**
     * The same with a priority.
     *
     * @param after the priority afterwards
     * @return actions
     */
    public MacroActions withPriority(Priority after) {
        return new MacroActions(status, Optional.of(after), addTags, removeTags, assignee, team);
    }

    /**
     * The same with other tags.
     *
     * @param add tags to be added
     * @param remove tags to be taken away
     * @return actions
     * @throws InvalidValueException as for the constructor
     */
    public MacroActions withTags(Set<Tag> add, Set<Tag> remove) {
        return new MacroActions(status, priority, add, remove, assignee, team);
    }

    /**
     * The same with an assignee.
     *
     * @param agent who is to work on it
     * @return actions
     */
    public MacroActions withAssignee(AgentId agent) {
        return new MacroActions(status, priority, addTags, removeTags, Optional.of(agent), team);
    }

    /**
     * The same with a team.
     *
     * @param other which team is to have it
     * @return actions
     */
    public MacroActions withTeam(TeamId other) {
        return new MacroActions(status, priority, addTags, removeTags, assignee, Optional.of(other));
    }
}
