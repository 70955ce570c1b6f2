package dev.svar.template;

import dev.svar.contact.AgentId;
import dev.svar.contact.TeamId;

/** For whom a macro is. */
public sealed interface MacroScope {
    /**
     * One agent.
     *
     * @param agent who
     */
    record Person(AgentId agent) implements MacroScope {}

    /**
     * The members of a team.
     *
     * @param team which
     */
    record OfTeam(TeamId team) implements MacroScope {}

    /** All agents. */
    record Everybody() implements MacroScope {}

    /** All agents. */
    MacroScope DESK = new Everybody();

    /** {@return a text that no other scope has; for stores} */
    default String key() {
        if (this instanceof Person person) {
            return "a/" + person.agent().value();
        }
        return this instanceof OfTeam team ? "t/" + team.team().value() : "d";
    }
}
