package dev.svar;

import dev.svar.template.RenderContext;
import dev.svar.template.RenderMode;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.ticket.RecordedEvent;
import java.util.List;
import java.util.Locale;

/** Writes a line for people about each event, in one language. */
final class HistoryLines {
    private static final String TEMPLATE = "history";

    private final DeskSetup setup;
    private final HistoryFacts facts;
    private final Template template;
    private final List<Locale> wanted;

    HistoryLines(DeskSetup setup, Names names, Locale language) {
        this.setup = setup;
        this.facts = new HistoryFacts(names);
        this.wanted = List.of(language);
        this.template = setup.templates()
                .find(TEMPLATE, wanted)
                .or(() -> TemplateCatalog.shipped().find(TEMPLATE, wanted))
                .orElseThrow();
    }

    String line(RecordedEvent event) {
        RenderContext context = setup.templates()
                .context(template, wanted, facts.of(event), event.at())
                .zone(setup.zone())
                .mode(RenderMode.LAX)
                .build();
        return setup.renderer().render(template, context).text().strip();
    }
}
