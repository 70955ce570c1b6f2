package dev.svar;

import dev.svar.contact.Address;
import dev.svar.contact.Agent;
import dev.svar.contact.Channel;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.error.SvarException;
import dev.svar.message.Message;
import dev.svar.message.OutboundMessage;
import dev.svar.store.TicketState;
import dev.svar.template.RenderContext;
import dev.svar.template.Rendered;
import dev.svar.template.Template;
import dev.svar.template.Value;
import dev.svar.ticket.AccessRight;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Turns notices into deliveries: finds the address, renders the template, signs the links. */
final class Letters {
    private static final String NO_TEXT = "";
    private static final int LATEST = 50;

    private final DeskSetup setup;
    private final TemplateFacts facts;
    private final ReasonTexts reasons;

    Letters(DeskSetup setup) {
        this.setup = setup;
        this.facts = new TemplateFacts(setup);
        this.reasons = new ReasonTexts(setup);
    }

    /** The deliveries that an outcome asks for; recipients that cannot or must not be reached are left out. */
    List<Delivery> write(Outcome outcome, People people, Instant now) {
        Map<TicketId, Optional<String>> answered = new HashMap<>();
        List<Delivery> letters = new ArrayList<>();
        for (Notice notice : new Notices(people).worthTelling(outcome.notices())) {
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

    private Optional<Delivery> write(
            Notice notice, TicketState after, Supplier<Optional<String>> answered, People people, Instant now) {
        if (notice.effect() instanceof Effect.NotifyCustomer effect) {
            boolean allowed = !after.ticket().spam()
                    && (!effect.automatic() || after.ticket().answerable());
            return people.survivor(effect.contact())
                    .filter(c -> allowed)
                    .flatMap(person -> address(person, effect.contact(), people)
                            .filter(to -> !saidBefore(effect.kind(), to, after.ticket(), now))
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

    /** Whether a letter would only repeat what this address was told about the ticket. */
    private boolean saidBefore(String kind, Address to, Ticket ticket, Instant now) {
        return NotificationKind.of(kind)
                .map(Repetition::of)
                .filter(repetition -> repetition.isPossible() && ticket.version() > 1)
                .filter(repetition -> setup.store().deliveries(setup.tenant(), ticket.id(), LATEST).stream()
                        .anyMatch(earlier -> repetition.isOf(earlier, to, now)))
                .isPresent();
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
        List<Locale> languages = new ArrayList<>();
        ticket.language().ifPresent(languages::add);
        person.locale().ifPresent(languages::add);
        String reason = reasons.of(effect.reason(), ticket, languages, now);
        data.putAll(withReason(effect.facts(), reason));
        Address replyTo = token(ticket, effect.contact(), AccessRight.REPLY, now)
                .filter(t -> to.channel().equals(Channel.MAIL))
                .map(mailbox()::replyAddress)
                .orElse(mailbox().address());
        Envelope envelope = new Envelope(effect.kind(), reason, to, replyTo, answered, effect.automatic());
        return deliver(envelope, languages, person.zone().orElse(setup.zone()), data, ticket, now);
    }

    private Delivery toAgent(
            Effect.NotifyAgent effect, Agent agent, Step step, TicketState after, People people, Instant now) {
        Map<String, Value> data = new HashMap<>(
                facts.of(after.ticket(), after.clocks(), Optional.of(step), people, Optional.empty(), true));
        String reason = reasons.of(effect.reason(), after.ticket(), List.of(agent.locale()), now);
        data.putAll(withReason(effect.facts(), reason));
        Address replyTo = mailbox().address();
        Envelope envelope = new Envelope(effect.kind(), reason, agent.address(), replyTo, Optional.empty(), true);
        return deliver(envelope, List.of(agent.locale()), setup.zone(), data, after.ticket(), now);
    }

    /** What a letter is told beside its ticket, and why its reader gets it. */
    private static Map<String, Value> withReason(Map<String, Value> facts, String reason) {
        Map<String, Value> notice = new HashMap<>();
        if (facts.get("notice") instanceof Value.Fields more) {
            notice.putAll(more.values());
        }
        notice.put("reason", Value.of(reason));
        Map<String, Value> all = new HashMap<>(facts);
        all.put("notice", Value.of(notice));
        return all;
    }

    private record Envelope(
            String kind, String reason, Address to, Address replyTo, Optional<String> inReplyTo, boolean automatic) {}

    /** A template that cannot be rendered must not undo what it was to tell about: the delivery fails, visibly. */
    private Delivery deliver(
            Envelope envelope,
            List<Locale> languages,
            ZoneId zone,
            Map<String, Value> data,
            Ticket ticket,
            Instant now) {
        DeliveryId id = new DeliveryId(setup.ids().get());
        Optional<Template> template = setup.templates().find(envelope.kind(), languages);
        if (template.isEmpty()) {
            Rendered nothing = new Rendered(envelope.kind(), NO_TEXT);
            return planned(id, envelope, nothing, ticket, now).failed("", "there is no template of this kind", now);
        }
        try {
            RenderContext context = RenderContext.builder(data, now)
                    .locale(template.get().locale())
                    .zone(zone)
                    .build();
            return planned(id, envelope, setup.renderer().render(template.get(), context), ticket, now);
        } catch (RuntimeException e) {
            String why =
                    e instanceof SvarException ? e.getMessage() : e.getClass().getName();
            Rendered nothing = new Rendered(envelope.kind(), NO_TEXT);
            return planned(id, envelope, nothing, ticket, now).failed("", "template: " + why, now);
        }
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
