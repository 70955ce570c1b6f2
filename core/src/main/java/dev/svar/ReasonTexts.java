package dev.svar;

import dev.svar.template.RenderContext;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.template.Value;
import dev.svar.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says to a person, in a language that they read, why they get a letter. */
final class ReasonTexts {
    private static final String TEMPLATE = "notice_reason";

    private final DeskSetup setup;

    ReasonTexts(DeskSetup setup) {
        this.setup = setup;
    }

    String of(NoticeReason reason, Ticket ticket, List<Locale> languages, Instant now) {
        return reason instanceof NoticeReason.Known known
                ? worded(known, ticket, languages, now)
                : ((NoticeReason.InWords) reason).text();
    }

    private String worded(NoticeReason.Known reason, Ticket ticket, List<Locale> languages, Instant now) {
        Template template = setup.templates()
                .find(TEMPLATE, languages)
                .or(() -> TemplateCatalog.shipped().find(TEMPLATE, languages))
                .orElseThrow();
        Map<String, Value> facts = Map.of(
                "notice", Value.of(Map.of("reason", reason.code())),
                "ticket", Value.of(Map.of("id", ticket.number().toString())));
        try {
            RenderContext context = RenderContext.builder(facts, now)
                    .locale(template.locale())
                    .zone(setup.zone())
                    .build();
            return setup.renderer().render(template, context).text().strip();
        } catch (RuntimeException e) { // what the reason is for matters more than its words
            return reason.code();
        }
    }
}
