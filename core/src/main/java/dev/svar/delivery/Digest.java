package dev.svar.delivery;

import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * Names the letter in which several to one agent come together: all that are held for one become one.
 *
 * @param agent to whom
 * @param channel on which channel
 * @param due when it is written
 */
public record Digest(AgentId agent, Channel channel, Instant due) {
    /** The most characters of {@link #text}. */
    public static final int MAX_LENGTH = 200;

    private static final int PARTS = 3;

    /** {@return the name as a text that {@link #parse} understands} */
    public String text() {
        return due + " " + channel.name().length() + " " + channel.name() + agent.value();
    }

    /**
     * Reads a name.
     *
     * @param text what {@link #text} gave
     * @return the name
     * @throws InvalidValueException if it is none
     */
    public static Digest parse(String text) {
        String[] parts = Check.line("digest", text, MAX_LENGTH).split(" ", PARTS);
        try {
            int length = Integer.parseInt(parts[1]);
            String names = parts[2];
            return new Digest(
                    new AgentId(names.substring(length)),
                    new Channel(names.substring(0, length)),
                    Instant.parse(parts[0]));
        } catch (DateTimeException | IndexOutOfBoundsException | NumberFormatException e) {
            throw new InvalidValueException("digest", "is not the name of one");
        }
    }
}
