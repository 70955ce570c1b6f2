package dev.svar;

import dev.svar.contact.Address;
import dev.svar.contact.Agent;
import dev.svar.contact.Channel;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.error.InvalidValueException;
import dev.svar.error.SvarException;
import dev.svar.message.Message;
import dev.svar.message.OutboundMessage;
import dev.svar.store.StoreException;
import dev.svar.store.TicketState;
import dev.svar.template.RenderContext;
import dev.svar.template.RenderMode;
import dev.svar.template.Rendered;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.template.Value;
import dev.svar.ticket.AccessRight;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent.DelayAnnounced;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/** Turns notices into deliveries: finds the address, renders the template, signs the links. */
final class Letters {
    private static final String NO_TEXT = "";
    private static final Duration BETWEEN_REFUSALS = Duration.ofDays(1);
    private static final int LATEST = 50;

    private final DeskSetup setup;
    private final TemplateFacts facts;
    private final AskedFacts asked;
    private final ReaderLanguages readers;

    Letters(DeskSetup setup) {
        this.setup = setup;
        this.facts = new TemplateFacts(setup);
        this.asked = new AskedFacts(setup);
        this.readers = new ReaderLanguages(setup);
    }

    /** The deliveries that an outcome asks for; recipients that cannot or must not be reached are left out. */
    List<Delivery> write(Outcome outcome, People people, Instant now) {
        Map<TicketId, Optional<String>> answered = new HashMap<>();
        List<Delivery> letters = new ArrayList<>();
        for (Notice notice : once(outcome.notices(), people)) {
            TicketState after = outcome.after(notice.step().after().id());
            write(
                            notice,
                            after,
                            () -> answered.computeIfAbsent(after.ticket().id(), id -> answered(id, outcome)),
                            people,
                            now)
                    .ifPresent(letters::add);
        }
        return letters;
    }

    private static boolean tellsOfDelay(Notice notice) {
        return notice.effect() instanceof Effect.NotifyCustomer effect
                && effect.kind().equals(NotifyPeople.DELAY_NOTICE)
                && notice.step().event().event() instanceof DelayAnnounced;
    }

    private static Instant newDue(Notice notice) {
        return ((DelayAnnounced) notice.step().event().event()).newDue();
    }

    /**
     * One letter where a ticket has two contacts who became one person, and one about all that is late in a ticket, with the
     * latest of the new times.
     */
    private static List<Notice> once(List<Notice> notices, People people) {
        Map<Told, ContactId> told = new HashMap<>();
        Map<TicketId, Notice> latest = new HashMap<>();
        notices.stream()
                .filter(Letters::tellsOfDelay)
                .forEach(notice -> latest.merge(
                        notice.step().after().id(),
                        notice,
                        BinaryOperator.maxBy(Comparator.comparing(Letters::newDue))));
        return notices.stream()
                .filter(notice -> !tellsOfDelay(notice)
                        || notice.equals(latest.get(notice.step().after().id())))
                .filter(notice -> !(notice.effect() instanceof Effect.NotifyCustomer effect)
                        || told.computeIfAbsent(Told.by(notice, effect, people), key -> effect.contact())
                                .equals(effect.contact()))
                .toList();
    }

    private record Told(TicketId ticket, long event, String kind, ContactId person) {
        static Told by(Notice notice, Effect.NotifyCustomer effect, People people) {
            ContactId person =
                    people.survivor(effect.contact()).map(Contact::id).orElse(effect.contact());
            RecordedEvent event = notice.step().event();
            return new Told(event.ticket(), event.sequence(), effect.kind(), person);
        }
    }

    private Optional<Delivery> write(
            Notice notice, TicketState after, Supplier<Optional<String>> answered, People people, Instant now) {
        if (notice.effect() instanceof Effect.NotifyCustomer effect) {
            boolean allowed = !after.ticket().spam()
                    && (!effect.automatic() || after.ticket().answerable());
            return people.survivor(effect.contact())
                    .filter(c -> allowed)
                    .flatMap(person -> address(person, effect.contact(), people)
                            .filter(to -> !toldLately(effect.kind(), to, after.ticket(), now))
                            .map(to ->
                                    toCustomer(effect, person, to, notice.step(), after, answered.get(), people, now)));
        } else if (notice.effect() instanceof Effect.NotifyAgent effect) {
            return setup.agents()
                    .agent(effect.agent())
                    .filter(agent ->
                            setup.transports().containsKey(agent.address().channel()))
                    .map(agent -> toAgent(effect, agent, notice.step(), after, people, now));
        }
        return Optional.empty();
    }

    /** Somebody who cannot be reached as who they are now is written to as who they were when they wrote. */
    private Optional<Address> address(Contact person, ContactId contact, People people) {
        return reachable(person).or(() -> people.find(contact).flatMap(this::reachable));
    }

    private Optional<Address> reachable(Contact contact) {
        return contact.addresses().stream()
                .filter(a -> setup.transports().containsKey(a.channel()))
                .findFirst();
    }

    /** Machines that do not say so answer a refusal too: of one ticket nobody is told of more than one a day. */
    private boolean toldLately(String kind, Address to, Ticket ticket, Instant now) {
        return kind.equals(NotifyPeople.REFUSED)
                && setup.store().deliveries(setup.tenant(), ticket.id(), LATEST).stream()
                        .anyMatch(d -> d.kind().equals(kind)
                                && d.message().to().equals(to)
                                && d.plannedAt().isAfter(now.minus(BETWEEN_REFUSALS)));
    }

    private Delivery toCustomer(
            Effect.NotifyCustomer effect,
            Contact person,
            Address to,
            Step step,
            TicketState after,
            Optional<String> answered,
            People people,
            Instant now) {
        Ticket ticket = after.ticket();
        Optional<String> link = setup.followUpLinks()
                .flatMap(base ->
                        token(ticket, effect.contact(), AccessRight.FOLLOW, now).map(token -> base.toString() + token));
        boolean named = !(effect.automatic() && ticket.channel().equals(Channel.MAIL));
        Map<String, Value> data = new HashMap<>(
                facts.readBy(person, to).of(ticket, after.clocks(), Optional.of(step), people, link, named));
        data.putAll(effect.facts());
        List<Locale> languages = readers.of(ticket, person, people);
        Address replyTo = token(ticket, effect.contact(), AccessRight.REPLY, now)
                .filter(t -> to.channel().equals(Channel.MAIL))
                .map(mailbox()::replyAddress)
                .orElse(mailbox().address());
        Envelope envelope = new Envelope(effect.kind(), effect.reason(), to, replyTo, answered, effect.automatic());
        Reading.Sees sees = effect.automatic() ? Reading.Sees.AGENTS_WORDS : Reading.Sees.PUBLIC;
        return deliver(
                envelope, data, new Reading(after, step.message(), people, sees, languages, readers.zone(person), now));
    }

    private Delivery toAgent(
            Effect.NotifyAgent effect, Agent agent, Step step, TicketState after, People people, Instant now) {
        Map<String, Value> data = new HashMap<>(
                facts.of(after.ticket(), after.clocks(), Optional.of(step), people, Optional.empty(), true));
        data.putAll(effect.facts());
        Address replyTo = mailbox().address();
        Envelope envelope =
                new Envelope(effect.kind(), effect.reason(), agent.address(), replyTo, Optional.empty(), true);
        return deliver(
                envelope,
                data,
                new Reading(
                        after,
                        step.message(),
                        people,
                        Reading.Sees.EVERYTHING,
                        List.of(agent.locale()),
                        setup.zone(),
                        now));
    }

    private record Envelope(
            String kind, String reason, Address to, Address replyTo, Optional<String> inReplyTo, boolean automatic) {}

    /** A template that cannot be rendered must not undo what it was to tell about: the delivery fails, visibly. */
    private Delivery deliver(Envelope envelope, Map<String, Value> data, Reading reading) {
        DeliveryId id = new DeliveryId(setup.ids().get());
        Ticket ticket = reading.state().ticket();
        Instant now = reading.now();
        TemplateCatalog catalog = setup.templates();
        Optional<Template> template = catalog.find(envelope.kind(), reading.languages());
        if (template.isEmpty()) {
            Rendered nothing = new Rendered(envelope.kind(), NO_TEXT);
            return planned(id, envelope, nothing, ticket, now).failed("", "there is no template of this kind", now);
        }
        try {
            Map<String, Value> all = asked.with(data, template.get(), catalog, reading);
            if (catalog.mode() == RenderMode.STRICT) {
                all = KnownNames.whole(all);
                refuseHoles(template.get(), all);
            }
            RenderContext context = catalog.context(template.get(), reading.languages(), all, now)
                    .zone(reading.zone())
                    .build();
            return planned(id, envelope, setup.renderer().render(template.get(), context), ticket, now);
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            String why =
                    e instanceof SvarException ? e.getMessage() : e.getClass().getName();
            Rendered nothing = new Rendered(envelope.kind(), NO_TEXT);
            return planned(id, envelope, nothing, ticket, now).failed("", "template: " + why, now);
        }
    }

    private static void refuseHoles(Template template, Map<String, Value> facts) {
        KnownNames.holes(template, facts).stream().findFirst().ifPresent(placeholder -> {
            throw new InvalidValueException("placeholder " + placeholder, "has no value here");
        });
    }

    private Delivery planned(DeliveryId id, Envelope envelope, Rendered rendered, Ticket ticket, Instant now) {
        OutboundMessage message = new OutboundMessage(
                "<svar." + id + "@" + mailbox().address().domain() + ">",
                mailbox().address(),
                mailbox().name(),
                envelope.replyTo(),
                envelope.to(),
                rendered.subject(),
                rendered.text(),
                envelope.inReplyTo(),
                envelope.inReplyTo().stream().toList(),
                envelope.automatic());
        return Delivery.planned(id, setup.tenant(), ticket.id(), envelope.kind(), envelope.reason(), message, now);
    }

    private Optional<String> answered(TicketId ticket, Outcome outcome) {
        Optional<Message> fresh = outcome.steps().stream()
                .filter(step -> step.after().id().equals(ticket))
                .flatMap(step -> step.message().stream())
                .filter(m -> m.role() == MessageRole.CUSTOMER)
                .reduce((earlier, later) -> later);
        return fresh.or(() ->
                        setup.store().latestMessages(setup.tenant(), ticket, Set.of(MessageRole.CUSTOMER), 1).stream()
                                .findFirst())
                .flatMap(Message::messageId);
    }

    private Optional<String> token(Ticket ticket, ContactId person, AccessRight right, Instant now) {
        return setup.tokens()
                .filter(tokens -> ticket.involves(person))
                .map(tokens -> tokens.issue(ticket, person, right, now.plus(setup.tokenLifetime())));
    }

    private Mailbox mailbox() {
        return setup.mailbox().orElseThrow(() -> new IllegalStateException("transports without a mailbox"));
    }
}
