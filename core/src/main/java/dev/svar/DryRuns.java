package dev.svar;

import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.contact.Contact;
import dev.svar.error.SvarException;
import dev.svar.store.StoreException;
import dev.svar.store.TicketState;
import dev.svar.template.RenderContext;
import dev.svar.template.RenderMode;
import dev.svar.template.Rendered;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.template.TemplateProblem;
import dev.svar.template.TemplateSchema;
import dev.svar.template.TemplateSchema.ListOf;
import dev.svar.template.TemplateSchema.ObjectOf;
import dev.svar.template.TemplateSchema.Scalar;
import dev.svar.template.TemplateSchema.Type;
import dev.svar.template.Value;
import dev.svar.ticket.Audience;
import dev.svar.ticket.CustomField;
import dev.svar.ticket.Ticket;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Templates tried on tickets that are there, strictly. */
final class DryRuns {
    private static final String WRITTEN_BY_A_PERSON = "replied";
    private static final String WHO = "current_user";

    private final DeskSetup setup;
    private final TemplateFacts facts;
    private final AskedFacts asked;
    private final ReaderLanguages readers;

    DryRuns(DeskSetup setup) {
        this.setup = setup;
        this.facts = new TemplateFacts(setup);
        this.asked = new AskedFacts(setup);
        this.readers = new ReaderLanguages(setup);
    }

    /** What is wrong with a template whatever the ticket. */
    List<TemplateProblem> check(Template template) {
        TemplateSchema names = TemplateCatalog.letterSchema(template.name());
        Map<String, Type> fields = new HashMap<>();
        for (CustomField field : setup.lifecycle().rules().fields()) {
            if (isShown(field, template.name(), names)) {
                fields.put("ticket.ticket_field_" + field.key(), Scalar.ANY);
                fields.put("ticket.ticket_field_option_title_" + field.key(), Scalar.TEXT);
            }
        }
        return setup.templates().check(template, names.with(TemplateSchema.of(fields)));
    }

    /** In letters about a ticket, to customers only what is public; of the host's own kinds it is not known who reads them. */
    private static boolean isShown(CustomField field, String kind, TemplateSchema names) {
        boolean aboutTicket = names.names().get("ticket") instanceof ObjectOf ticket
                && ticket.fields().containsKey("status");
        boolean toCustomers = kind.equals(Incidents.OPENED)
                || NotificationKind.of(kind)
                        .filter(known -> !known.isToAgents())
                        .isPresent();
        return aboutTicket && !(toCustomers && field.audience() == Audience.INTERNAL);
    }

    DryRun run(Function<List<Locale>, Template> choice, TicketState state) {
        Instant now = setup.now();
        People people = new People(setup);
        Ticket ticket = state.ticket();
        Contact person = people.survivor(ticket.requester())
                .orElseThrow(() -> new UnknownContactException("requester", ticket.requester()));
        List<Locale> languages = readers.of(ticket, person, people);
        Template template = choice.apply(languages);
        boolean automatic = !template.name().equals(WRITTEN_BY_A_PERSON);
        boolean named = !(automatic && ticket.channel().equals(Channel.MAIL));
        Address at = person.addresses().get(0);
        Reading reading = new Reading(
                state,
                Optional.empty(),
                people,
                automatic ? Reading.Sees.AGENTS_WORDS : Reading.Sees.PUBLIC,
                languages,
                readers.zone(person),
                now);
        Map<String, Value> data = new HashMap<>(facts.readBy(person, at)
                .of(
                        ticket,
                        state.clocks(),
                        Optional.empty(),
                        people,
                        setup.followUpLinks().map(base -> base + "…"),
                        named,
                        now));
        if (TemplateCatalog.letterSchema(template.name()).names().containsKey(Subscriptions.LINK)) {
            data.put(Subscriptions.LINK, Value.of(setup.unsubscribeLinks().map(base -> base + "…")));
        }
        data.remove(WHO);
        ticket.assignee().ifPresent(agent -> data.put(WHO, facts.currentUser(agent)));
        return render(template, data, reading);
    }

    private DryRun render(Template template, Map<String, Value> data, Reading reading) {
        TemplateCatalog catalog = setup.templates();
        Set<String> holes = new TreeSet<>();
        try {
            Map<String, Value> all =
                    KnownNames.whole(madeUp(template, asked.with(data, template, catalog, reading), reading.now()));
            RenderContext context = catalog.context(template, reading.languages(), all, reading.now())
                    .zone(reading.zone())
                    .mode(RenderMode.STRICT)
                    .holes(holes::add)
                    .build();
            return run(reading, Optional.of(setup.renderer().render(template, context)), holes, Optional.empty());
        } catch (StoreException e) {
            throw e;
        } catch (SvarException e) {
            return run(reading, Optional.empty(), holes, Optional.ofNullable(e.getMessage()));
        }
    }

    private static DryRun run(
            Reading reading, Optional<Rendered> rendered, Set<String> holes, Optional<String> problem) {
        return new DryRun(reading.state().ticket().number(), rendered, holes, problem);
    }

    /** What only an event knows, such as {@code notice.new_due}, is made up. */
    private static Map<String, Value> madeUp(Template template, Map<String, Value> facts, Instant now) {
        Map<String, Type> ofEvents =
                new HashMap<>(TemplateCatalog.letterSchema(template.name()).names());
        ofEvents.keySet().removeIf(name -> facts.containsKey(name) || name.equals(NextStep.NAME));
        return KnownNames.filled(facts, ofEvents, (name, type) -> {
            if (type instanceof ListOf) {
                return new Value.Items(List.of());
            } else if (type == Scalar.INSTANT) {
                return new Value.Moment(now);
            } else if (type == Scalar.NUMBER) {
                return new Value.Num(1);
            }
            return type == Scalar.BOOLEAN ? new Value.Bool(true) : new Value.Text(name);
        });
    }
}
