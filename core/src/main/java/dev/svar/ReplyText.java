package dev.svar;

import dev.svar.contact.AgentId;
import dev.svar.contact.Contact;
import dev.svar.store.TicketState;
import dev.svar.template.Macro;
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
import java.util.function.Function;
import java.util.stream.Stream;

/** What an agent is about to write to a customer, from a template in the customer's language. */
final class ReplyText {
    private static final String MACRO = "macro";

    private final DeskSetup setup;
    private final LetterText text;
    private final TemplateFacts facts;
    private final AskedFacts asked;
    private final ReaderLanguages readers;

    ReplyText(DeskSetup setup) {
        this.setup = setup;
        this.text = new LetterText(setup);
        this.facts = new TemplateFacts(setup).forCustomers();
        this.asked = new AskedFacts(setup);
        this.readers = new ReaderLanguages(setup);
    }

    /** Empty if the catalog has no template of that name. */
    Optional<String> of(TemplateCatalog catalog, String name, TicketState state, AgentId agent, Instant now) {
        return of(catalog, languages -> catalog.find(name, languages), state, agent, now);
    }

    /** The reply of a macro; one whose languages the customer does not read is in the first of them. Empty if it has none. */
    Optional<String> of(Macro macro, TicketState state, AgentId agent, Instant now) {
        List<Template> texts = macro.texts().entrySet().stream()
                .map(text -> new Template(MACRO, text.getKey(), MACRO, text.getValue()))
                .sorted(Comparator.comparing(text -> text.locale().toLanguageTag()))
                .toList();
        TemplateCatalog catalog = setup.templates().withOnly(texts);
        return of(
                catalog,
                languages ->
                        catalog.find(MACRO, languages).or(() -> texts.stream().findFirst()),
                state,
                agent,
                now);
    }

    private Optional<String> of(
            TemplateCatalog catalog,
            Function<List<Locale>, Optional<Template>> choice,
            TicketState state,
            AgentId agent,
            Instant now) {
        People people = new People(setup);
        Ticket ticket = state.ticket();
        Optional<Contact> person = people.survivor(ticket.requester());
        List<Locale> languages = person.map(p -> readers.of(ticket, p, people)).orElse(List.of());
        return choice.apply(languages).map(template -> {
            Reading reading = new Reading(
                    state,
                    Optional.empty(),
                    people,
                    Reading.Sees.PUBLIC,
                    spoken(template, languages),
                    person.map(readers::zone).orElse(setup.zone()),
                    now);
            Map<String, Value> data = new HashMap<>(
                    facts.of(ticket, state.clocks(), Optional.empty(), people, Optional.empty(), true, now));
            data.put("current_user", facts.currentUser(agent));
            Map<String, Value> all = asked.with(data, template, catalog, reading);
            return text.of(catalog, template, all, reading.languages(), reading.zone(), now)
                    .text();
        });
    }

    /** What is inserted into a text is in the language of the text first. */
    private static List<Locale> spoken(Template template, List<Locale> languages) {
        return template.locale().equals(Locale.ROOT)
                ? languages
                : Stream.concat(Stream.of(template.locale()), languages.stream())
                        .toList();
    }
}
