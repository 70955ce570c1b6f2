package dev.svar.category;

import dev.svar.contact.Channel;
import java.util.Locale;
import java.util.Optional;

/**
 * What a categorizer gets to see of a ticket.
 *
 * @param subject the subject, possibly empty
 * @param body what the customer wrote, without quoted history
 * @param channel how it came
 * @param language the language it is in, if known
 */
public record CategoryQuestion(String subject, String body, Channel channel, Optional<Locale> language) {}
