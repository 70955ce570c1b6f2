package dev.svar;

import dev.svar.contact.AgentId;
import dev.svar.contact.Contact;
import dev.svar.store.TicketState;
import dev.svar.template.Macro;
import dev.svar.template.RenderContext;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.template.Value;
import dev.svar.ticket.Ticket;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What an agent is about to write to a customer, from a template in the customer's language. */
final class ReplyText {
    private static final String MACRO = "macro";

    private final DeskSetup setup;
    private final TemplateFacts facts;
    private final AskedFacts asked;
    private final ReaderLanguages readers;

    ReplyText(DeskSetup setup) {
        this.setup = setup;
        this.facts = new TemplateFacts(setup).forCustomers();
        this.asked = new AskedFacts(setup);
        this.readers = new ReaderLanguages(setup);
    }

    /** Empty if the catalog has no template of that name. */
    Optional<String> of(TemplateCatalog catalog, String name, TicketState state, AgentId agent, Instant now) {
        People people = new People(setup);
        Ticket ticket = state.ticket();
        Optional<Contact> person = people.survivor(ticket.requester());
        List<Locale> languages = person.map(p -> readers.of(ticket, p, people)).orElse(List.of());
        Reading reading = new Reading(
                state,
                Optional.empty(),
                people,
                Reading.Sees.PUBLIC,
                languages,
                person.map(readers::zone).orElse(setup.zone()),
                now);
        return catalog.find(name, languages).map(template -> {
            Map<String, Value> data =
                    new HashMap<>(facts.of(ticket, state.clocks(), Optional.empty(), people, Optional.empty(), true));
            data.put("current_user", facts.currentUser(agent));
            RenderContext context = catalog.context(
                            template, languages, asked.with(data, template, catalog, reading), now)
                    .zone(reading.zone())
                    .build();
            return setup.renderer().render(template, context).text();
        });
    }

    /** The reply of a macro; one whose languages the customer does not read is in the first of them. Empty if it has none. */
    Optional<String> of(Macro macro, TicketState state, AgentId agent, Instant now) {
        TemplateCatalog catalog = setup.templates();
        for (Map.Entry<Locale, String> text : macro.texts().entrySet()) {
            catalog = catalog.with(new Template(MACRO, text.getKey(), macro.shortcut(), text.getValue()));
        }
        Optional<String> fitting = of(catalog, MACRO, state, agent, now);
        if (fitting.isPresent() || macro.texts().isEmpty()) {
            return fitting;
        }
        String first = macro.texts().entrySet().stream()
                .min(Comparator.comparing(text -> text.getKey().toLanguageTag()))
                .map(Map.Entry::getValue)
                .orElseThrow();
        Template any = new Template(MACRO, Locale.ROOT, macro.shortcut(), first);
        return of(catalog.with(any), MACRO, state, agent, now);
    }
}
