package dev.svar;

import dev.svar.category.Categorizer;
import dev.svar.category.CategoryAnswer;
import dev.svar.category.CategoryQuestion;
import dev.svar.category.LikelyTag;
import dev.svar.contact.Actor;
import dev.svar.message.Message;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Tag;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts a ticket that has no category into one, and gives it tags, as soon as the customer has said something. */
final class CategorizeNewTickets implements Reaction {
    private static final Actor RULE = Actor.rule("categorizer");
    /** More tags at once say nothing. */
    private static final int MOST_TAGS = 10;

    private final Categorizer categorizer;

    CategorizeNewTickets(Categorizer categorizer) {
        this.categorizer = categorizer;
    }

    @Override
    public List<Effect> to(Step step) {
        Ticket ticket = step.after();
        Optional<Message> said = step.message().filter(m -> m.role() == MessageRole.CUSTOMER);
        if (said.isEmpty() || ticket.category().isPresent()) {
            return List.of();
        }
        CategoryAnswer answer =
                categorizer.categorize(CategoryQuestion.about(ticket, said.get().visibleText()));
        List<String> reasons =
                answer.reasons().stream().limit(TicketCommand.MAX_REASONS).toList();
        List<Effect> effects = new ArrayList<>();
        answer.category()
                .ifPresent(c -> effects.add(new Effect.Follow(new TicketCommand.Categorize(RULE, c, reasons))));
        Set<Tag> tags = answer.tags().stream()
                .map(LikelyTag::tag)
                .filter(tag -> !ticket.tags().contains(tag))
                .limit(MOST_TAGS)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!tags.isEmpty()) {
            effects.add(new Effect.Follow(new TicketCommand.ChangeTags(RULE, tags, Set.of())));
        }
        return effects;
    }
}
