package dev.svar.contact;

import dev.svar.error.Check;
import java.util.Locale;
import java.util.Optional;

/**
 * What the desk needs to know about an agent to sign a reply and to send a warning.
 *
 * @param id the host's user id
 * @param name the name that customers see
 * @param address where warnings go
 * @param locale the language of warnings
 * @param signature what stands under the agent's replies, empty for the name alone; at most {@value #MAX_SIGNATURE_LENGTH}
 *     characters
 */
public record Agent(AgentId id, String name, Address address, Locale locale, Optional<String> signature) {
    /** The most characters a signature may have. */
    public static final int MAX_SIGNATURE_LENGTH = 2_000;

    /**
     * Checks the texts.
     *
     * @param id the host's user id
     * @param name the name that customers see
     * @param address where warnings go
     * @param locale the language of warnings
     * @param signature what stands under the agent's replies
     */
    public Agent {
        Check.line("agent.name", name, Contact.MAX_NAME_LENGTH);
        signature.ifPresent(text -> Check.text("agent.signature", text, MAX_SIGNATURE_LENGTH));
    }

    /**
     * An agent who signs with the name.
     *
     * @param id the host's user id
     * @param name the name that customers see
     * @param address where warnings go
     * @param locale the language of warnings
     */
    public Agent(AgentId id, String name, Address address, Locale locale) {
        this(id, name, address, locale, Optional.empty());
    }
}
