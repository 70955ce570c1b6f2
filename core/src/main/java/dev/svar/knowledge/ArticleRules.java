package dev.svar.knowledge;

import dev.svar.contact.AgentId;
import java.util.Set;

/**
 * Who may publish what.
 *
 * @param editors who may publish, change what is published, and retire; everybody if there are none
 * @param fourEyes whether what somebody wrote must be published by somebody else
 */
public record ArticleRules(Set<AgentId> editors, boolean fourEyes) {
    private static final ArticleRules STANDARD = new ArticleRules(Set.of(), false);

    /**
     * Copies.
     *
     * @param editors who may publish, change what is published, and retire
     * @param fourEyes whether what somebody wrote must be published by somebody else
     */
    public ArticleRules {
        editors = Set.copyOf(editors);
    }

    /**
     * Whoever writes may publish.
     *
     * @return the rules of a small team
     */
    public static ArticleRules standard() {
        return STANDARD;
    }

    /**
     * The same for fewer people.
     *
     * @param agents who may publish, change what is published, and retire
     * @return the rules
     */
    public ArticleRules editors(AgentId... agents) {
        return new ArticleRules(Set.of(agents), fourEyes);
    }

    /** {@return the same rules under which nobody publishes what they wrote themselves} */
    public ArticleRules withFourEyes() {
        return new ArticleRules(editors, true);
    }

    boolean mayEdit(AgentId agent) {
        return editors.isEmpty() || editors.contains(agent);
    }
}
