package dev.svar;

import dev.svar.category.MoodHint;
import dev.svar.category.PriorityHint;
import java.util.Optional;

/**
 * What a desk noticed in the words of a customer, for agents only; nothing of it is stored.
 *
 * @param priority how urgent the ticket seems by what the customer said first; empty if that is unclear or nobody was asked
 * @param mood how the customer seems to feel in the latest message; empty if that is unclear
 */
public record TicketHints(Optional<PriorityHint> priority, Optional<MoodHint> mood) {}
