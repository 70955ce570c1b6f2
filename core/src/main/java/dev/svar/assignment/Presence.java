package dev.svar.assignment;

import dev.svar.contact.AgentId;

/**
 * Port: who takes tickets at the moment. The host knows: signed in, not on leave, not in a break. Working hours are the
 * team's and are checked besides. Called from any thread, for many agents in a row; it must be quick, must not fail for an
 * agent it does not know, and should answer the same while one question is decided.
 */
@FunctionalInterface
public interface Presence {
    /**
     * Whether an agent may be given a ticket now.
     *
     * @param agent the agent
     * @return false if absent or unknown
     */
    boolean available(AgentId agent);

    /** {@return everybody available within the hours of the team, for a host that does not track presence} */
    static Presence everybody() {
        return agent -> true;
    }
}
