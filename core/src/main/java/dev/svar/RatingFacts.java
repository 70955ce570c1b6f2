package dev.svar;

import dev.svar.template.RenderContext;
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

    RatingFacts(DeskSetup setup) {
        this.setup = setup;
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
        RenderContext context = setup.templates()
                .context(template, languages, data, now)
                .zone(setup.zone())
                .build();
        facts.put(SECTION, setup.renderer().render(template, context).text().strip());
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
