package dev.svar.contact;

import dev.svar.error.Check;
import java.util.Locale;

/**
 * What the desk needs to know about an agent to sign a reply and to send a warning.
 *
 * @param id the host's user id
 * @param name the name that customers see
 * @param address where warnings go
 * @param locale the language of warnings
 */
public record Agent(AgentId id, String name, Address address, Locale locale) {
    /**
     * Checks the name.
     *
     * @param id the host's user id
     * @param name the name that customers see
     * @param address where warnings go
     * @param locale the language of warnings
     */
    public Agent {
        Check.line("agent.name", name, Contact.MAX_NAME_LENGTH);
    }
}
