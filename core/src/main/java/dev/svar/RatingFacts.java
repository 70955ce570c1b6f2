package dev.svar;

import dev.svar.template.Rendered;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.template.Value;
import dev.svar.ticket.Satisfaction;
import dev.svar.ticket.Ticket;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What letters say about satisfaction, under Zendesk's names. */
final class RatingFacts {
    private static final String SECTION = "rating_section";

    private final DeskSetup setup;
    private final LetterText text;

    RatingFacts(DeskSetup setup) {
        this.setup = setup;
        this.text = new LetterText(setup);
    }

    /** For the requester of a ticket that is done: the question with its links. */
    Value question(SatisfactionPolicy policy, Ticket ticket, String token, List<Locale> languages, Instant now) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("rating_url", policy.link(token));
        facts.put("positive_rating_url", policy.link(token, "good"));
        facts.put("negative_rating_url", policy.link(token, "bad"));
        ticket.satisfaction().answer().ifPresent(a -> facts.put("current_rating", code(a)));
        Template template = setup.templates()
                .find(SECTION, languages)
                .or(() -> TemplateCatalog.shipped().find(SECTION, languages))
                .orElseThrow();
        Map<String, Value> data = Map.of(
                "satisfaction", Value.of(facts),
                "ticket", Value.of(Map.of("id", ticket.number().toString())));
        Rendered rendered = text.of(setup.templates(), template, data, languages, setup.zone(), now);
        facts.put(SECTION, rendered.text().strip());
        return Value.of(facts);
    }

    /** For agents: what was said. */
    static Value answer(Ticket ticket) {
        return Value.of(ticket.satisfaction()
                .answer()
                .map(a -> Map.of("current_rating", code(a), "current_comment", a.comment()))
                .orElse(Map.of()));
    }

    private static String code(Satisfaction.Answer answer) {
        return answer.rating().name().toLowerCase(Locale.ROOT);
    }
}
