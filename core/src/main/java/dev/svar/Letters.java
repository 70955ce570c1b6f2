package dev.svar;

import dev.svar.contact.Address;
import dev.svar.contact.Agent;
import dev.svar.contact.Channel;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.delivery.Digest;
import dev.svar.error.SvarException;
import dev.svar.message.Attachment;
import dev.svar.message.Message;
import dev.svar.message.OutboundMessage;
import dev.svar.message.UnsubscribeAddress;
import dev.svar.store.StoreException;
import dev.svar.store.TicketState;
import dev.svar.template.Rendered;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.template.Value;
import dev.svar.ticket.AccessRight;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns notices into deliveries: finds the address, renders the template, signs the links. */
final class Letters {
    private static final Logger LOG = LoggerFactory.getLogger(Letters.class);

    private static final String NO_TEXT = "";

    private final DeskSetup setup;
    private final LetterText text;
    private final TemplateFacts facts;
    private final ReasonTexts reasons;
    private final RatingFacts ratings;
    private final AskedFacts asked;
    private final ReaderLanguages readers;
    private final SignedMail signed;
    private final Subscriptions subscriptions;
    private final SuppressionList suppressions;

    Letters(DeskSetup setup) {
        this.setup = setup;
        this.text = new LetterText(setup);
        this.facts = new TemplateFacts(setup);
        this.reasons = new ReasonTexts(setup);
        this.ratings = new RatingFacts(setup);
        this.asked = new AskedFacts(setup);
        this.readers = new ReaderLanguages(setup);
        this.signed = new SignedMail(setup);
        this.subscriptions = new Subscriptions(setup);
        this.suppressions = new SuppressionList(setup);
    }

    /** The deliveries that an outcome asks for; recipients that cannot or must not be reached are left out. */
    List<Letter> write(Outcome outcome, People people, Instant now) {
        Map<TicketId, Optional<String>> answered = new HashMap<>();
        Post post = new Post(setup, outcome, people, now);
        List<Notice> notices = new Notices(people).worthTelling(outcome.notices());
        Wishes wishes = Wishes.of(setup, notices, people);
        for (Notice notice : notices) {
            TicketState after = outcome.after(notice.step().after().id());
            boolean toAgent = notice.effect() instanceof Effect.NotifyAgent;
            boolean fresh = !outcome.before().containsKey(after.ticket().id());
            Wishes.Wish wish = wishes.of(notice.effect(), people);
            write(
                            notice,
                            after,
                            () -> answered.computeIfAbsent(after.ticket().id(), id -> answered(id, outcome)),
                            people,
                            post,
                            wish,
                            now)
                    .map(planned -> post.within(setup.caps(), planned, after.ticket(), toAgent))
                    .ifPresent(delivery -> post.add(letter(notice, delivery, wish, fresh, now)));
        }
        return suppressions.applied(post.letters(), wishes.against(), now);
    }

    /** @param fresh whether its ticket comes into being: who just wrote is awake and is told of an incident at once */
    private static Letter letter(Notice notice, Delivery delivery, Wishes.Wish wish, boolean fresh, Instant now) {
        if (fresh && delivery.kind().equals(Incidents.OPENED)) {
            return new Letter(delivery, now);
        }
        Optional<Digest> digest = notice.effect() instanceof Effect.NotifyAgent effect
                ? wish.digest(effect.agent(), delivery, now)
                : Optional.empty();
        return digest.map(whole -> new Letter(delivery.heldFor(whole), whole.due()))
                .orElseGet(() -> new Letter(delivery, wish.due(delivery, now)));
    }

    private Optional<Delivery> write(
            Notice notice,
            TicketState after,
            Supplier<Optional<String>> answered,
            People people,
            Post post,
            Wishes.Wish wish,
            Instant now) {
        if (notice.effect() instanceof Effect.NotifyCustomer effect) {
            boolean allowed = !after.ticket().spam()
                    && (!effect.automatic() || after.ticket().answerable());
            return people.survivor(effect.contact())
                    .filter(c -> allowed)
                    .flatMap(person -> address(person, effect, people, wish)
                            .filter(to -> !post.repeats(effect.kind(), to, after.ticket()))
                            .map(to ->
                                    toCustomer(effect, person, to, notice.step(), after, answered.get(), people, now)));
        } else if (notice.effect() instanceof Effect.NotifyAgent effect) {
            return setup.agents()
                    .agent(effect.agent())
                    .filter(agent ->
                            setup.transports().containsKey(agent.address().channel())
                                    && wish.has(effect.kind(), agent.address(), false))
                    .map(agent -> toAgent(effect, agent, notice.step(), after, people, wish.zone(), now));
        }
        return Optional.empty();
    }

    /** Somebody who cannot be reached as who they are now is written to as who they were when they wrote. */
    private Optional<Address> address(Contact person, Effect.NotifyCustomer effect, People people, Wishes.Wish wish) {
        // Whoever wants no more at an address does not want it at the next one instead.
        return reachable(person, wish, effect)
                .or(() -> people.find(effect.contact()).flatMap(earlier -> reachable(earlier, wish, effect)))
                .filter(to -> wish.has(effect.kind(), to, isOptional(effect)));
    }

    private Optional<Address> reachable(Contact contact, Wishes.Wish wish, Effect.NotifyCustomer effect) {
        return contact.addresses().stream()
                .filter(a -> setup.transports().containsKey(a.channel())
                        && wish.preferences().wants(effect.kind(), a.channel(), isOptional(effect)))
                .findFirst();
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
                facts.readBy(person, to).of(ticket, after.clocks(), Optional.of(step), people, link, named, now));
        List<Locale> languages = readers.of(ticket, person, people);
        rating(ticket, effect.contact(), languages, now).ifPresent(value -> data.put("satisfaction", value));
        String reason = reasons.of(effect.reason(), ticket, languages, now);
        data.putAll(withReason(effect.facts(), reason));
        Address replyTo = token(ticket, effect.contact(), AccessRight.REPLY, now)
                .filter(t -> to.channel().equals(Channel.MAIL))
                .map(mailbox()::replyAddress)
                .orElse(mailbox().address());
        Optional<Message> answer = step.message()
                .filter(m -> m.role() == MessageRole.REPLY && to.channel().equals(Channel.MAIL));
        Envelope envelope = new Envelope(
                effect.kind(),
                reason,
                to,
                replyTo,
                answered,
                effect.automatic(),
                isOptional(effect),
                answer.filter(Letters::isWrittenHere),
                answer.map(Message::attachments).orElse(List.of()));
        Reading.Sees sees = effect.automatic() ? Reading.Sees.AGENTS_WORDS : Reading.Sees.PUBLIC;
        return deliver(
                envelope, data, new Reading(after, step.message(), people, sees, languages, readers.zone(person), now));
    }

    private Delivery toAgent(
            Effect.NotifyAgent effect,
            Agent agent,
            Step step,
            TicketState after,
            People people,
            ZoneId zone,
            Instant now) {
        Map<String, Value> data = new HashMap<>(
                facts.of(after.ticket(), after.clocks(), Optional.of(step), people, Optional.empty(), true, now));
        data.put("satisfaction", RatingFacts.answer(after.ticket()));
        String reason = reasons.of(effect.reason(), after.ticket(), List.of(agent.locale()), now);
        data.putAll(withReason(effect.facts(), reason));
        Address replyTo = mailbox().address();
        Envelope envelope = new Envelope(
                effect.kind(),
                reason,
                agent.address(),
                replyTo,
                Optional.empty(),
                true,
                false,
                Optional.empty(),
                List.of());
        return deliver(
                envelope,
                data,
                new Reading(
                        after, step.message(), people, Reading.Sees.EVERYTHING, List.of(agent.locale()), zone, now));
    }

    /** What came by mail has more in its HTML than what was answered: the thread below it. */
    private static boolean isWrittenHere(Message answer) {
        return answer.messageId().isEmpty() && answer.html().isPresent();
    }

    /** Of what the host's own reactions tell only the host knows whether a customer can do without it. */
    private static boolean isOptional(Effect.NotifyCustomer effect) {
        return NotificationKind.of(effect.kind())
                .map(NotificationKind::isOptional)
                .orElse(effect.automatic() && effect.kind().equals(Incidents.OPENED));
    }

    /** Only the requester is asked, and not before the ticket is done. */
    private Optional<Value> rating(Ticket ticket, ContactId reader, List<Locale> languages, Instant now) {
        try {
            return setup.satisfaction()
                    .filter(policy -> ticket.settledAt().isPresent()
                            && ticket.requester().equals(reader)
                            && ticket.satisfaction().answer().isEmpty())
                    .flatMap(policy -> token(ticket, reader, AccessRight.RATE, now)
                            .map(token -> ratings.question(policy, ticket, token, languages, now)));
        } catch (SvarException e) { // the letter matters more than the question in it
            LOG.warn("the question how the help was cannot be rendered", e);
            return Optional.empty();
        }
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
            String kind,
            String reason,
            Address to,
            Address replyTo,
            Optional<String> inReplyTo,
            boolean automatic,
            boolean optional,
            Optional<Message> shown,
            List<Attachment> files) {}

    /** What is known of a letter before there is a word in it. */
    private record Addressed(DeliveryId id, Envelope envelope, Optional<UnsubscribeAddress> wayOut) {}

    /** A template that cannot be rendered must not undo what it was to tell about: the delivery fails, visibly. */
    private Delivery deliver(Envelope envelope, Map<String, Value> data, Reading reading) {
        Ticket ticket = reading.state().ticket();
        Instant now = reading.now();
        DeliveryId id = new DeliveryId(setup.ids().get());
        Addressed letter = new Addressed(
                id, envelope, envelope.optional() ? subscriptions.wayOut(envelope.to(), id, now) : Optional.empty());
        TemplateCatalog catalog = setup.templates();
        Optional<Template> template = catalog.find(envelope.kind(), reading.languages());
        if (template.isEmpty()) {
            Rendered nothing = new Rendered(envelope.kind(), NO_TEXT);
            return planned(letter, nothing, Optional.empty(), ticket, now)
                    .failed("", "there is no template of this kind", now);
        }
        try {
            data.put(Subscriptions.LINK, Subscriptions.link(letter.wayOut()));
            Map<String, Value> all = asked.with(data, template.get(), catalog, reading);
            Rendered rendered = rendered(template.get(), all, reading);
            Optional<String> html = html(id, envelope, template.get(), all, reading);
            return planned(letter, rendered, html, ticket, now);
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            String why =
                    e instanceof SvarException ? e.getMessage() : e.getClass().getName();
            Rendered nothing = new Rendered(envelope.kind(), NO_TEXT);
            return planned(letter, nothing, Optional.empty(), ticket, now).failed("", "template: " + why, now);
        }
    }

    private Rendered rendered(Template template, Map<String, Value> facts, Reading reading) {
        return text.of(setup.templates(), template, facts, reading.languages(), reading.zone(), reading.now());
    }

    private Optional<String> html(
            DeliveryId id, Envelope envelope, Template template, Map<String, Value> facts, Reading reading) {
        return envelope.shown().flatMap(answer -> {
            LetterHtml letter = new LetterHtml(
                    "html of " + id, answer.visibleText(), answer.html().orElse(""));
            return letter.of(rendered(template, letter.marked(facts), reading).text());
        });
    }

    private Delivery planned(Addressed letter, Rendered rendered, Optional<String> html, Ticket ticket, Instant now) {
        DeliveryId id = letter.id();
        Envelope envelope = letter.envelope();
        OutboundMessage message = new OutboundMessage(
                signed.messageId(id),
                mailbox().address(),
                mailbox().name(),
                envelope.replyTo(),
                envelope.to(),
                rendered.subject(),
                rendered.text(),
                envelope.inReplyTo(),
                envelope.inReplyTo().stream().toList(),
                envelope.automatic());
        OutboundMessage told = signed.returning(message.showing(html, envelope.files()), id);
        OutboundMessage whole = letter.wayOut().map(told::unsubscribe).orElse(told);
        return Delivery.planned(id, setup.tenant(), ticket.id(), envelope.kind(), envelope.reason(), whole, now);
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
