package dev.svar.category;

import dev.svar.contact.Channel;
import dev.svar.error.Check;
import dev.svar.ticket.ContextFact;
import dev.svar.ticket.Ticket;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a categorizer gets to see of a ticket.
 *
 * @param subject the subject, possibly empty
 * @param body what the customer wrote, without quoted history
 * @param channel how it came
 * @param language the language it is in, if known
 * @param senderDomain what stands behind the at-sign of the sender's address, lower case, if there is one
 * @param facts what the host knows about what the ticket is about
 */
public record CategoryQuestion(
        String subject,
        String body,
        Channel channel,
        Optional<Locale> language,
        Optional<String> senderDomain,
        List<ContextFact> facts) {
    /** The most characters of a domain, RFC 1035. */
    public static final int MAX_DOMAIN_LENGTH = 255;

    /**
     * Checks and copies.
     *
     * @param subject the subject, possibly empty
     * @param body what the customer wrote
     * @param channel how it came
     * @param language the language it is in, if known
     * @param senderDomain the sender's domain, lower case, if known
     * @param facts what the host knows, at most {@value ContextFact#MAX_FACTS}
     */
    public CategoryQuestion {
        senderDomain.ifPresent(d -> Check.line("senderDomain", d, MAX_DOMAIN_LENGTH));
        facts = List.copyOf(Check.size("facts", facts, ContextFact.MAX_FACTS));
    }

    /**
     * A question of which nothing more is known.
     *
     * @param subject the subject, possibly empty
     * @param body what the customer wrote, without quoted history
     * @param channel how it came
     * @param language the language it is in, if known
     */
    public CategoryQuestion(String subject, String body, Channel channel, Optional<Locale> language) {
        this(subject, body, channel, language, Optional.empty(), List.of());
    }

    /**
     * What a ticket is about.
     *
     * @param ticket the ticket
     * @param said what the customer wrote, without quoted history
     * @return the question
     */
    public static CategoryQuestion about(Ticket ticket, String said) {
        return new CategoryQuestion(
                ticket.subject(), said, ticket.channel(), ticket.language(), Optional.empty(), ticket.context());
    }

    /**
     * A text alone, as the host has it.
     *
     * @param text what somebody wrote
     * @return the question what it is about
     */
    public static CategoryQuestion of(String text) {
        return new CategoryQuestion("", text, Channel.HOST, Optional.empty());
    }
}
