package dev.svar.assignment;

import dev.svar.contact.TeamId;
import dev.svar.error.SvarException;

/** A ticket or a strategy names a team that the roster does not have. */
public final class UnknownTeamException extends SvarException {
    private static final long serialVersionUID = 1L;

    private final String team;

    /**
     * No such team.
     *
     * @param team the team that was named
     */
    public UnknownTeamException(TeamId team) {
        super("there is no team " + team + " in the roster");
        this.team = team.value();
    }

    /** {@return the team that was named} */
    public TeamId team() {
        return new TeamId(team);
    }
}
