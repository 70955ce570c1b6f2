package dev.svar;

import dev.svar.contact.Agent;
import dev.svar.contact.AgentId;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.delivery.DeliveryState;
import dev.svar.delivery.Digest;
import dev.svar.delivery.NotificationPreferences;
import dev.svar.delivery.NotifiedPerson;
import dev.svar.message.OutboundMessage;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.DeliveryChange;
import dev.svar.store.StoreException;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkResult;
import dev.svar.template.Rendered;
import dev.svar.template.Value;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one letter of those that were held for one. It is written when the first of them is about to be handed over, in one commit
 * that takes the others out of the line: each of them is told once, in it or, if that cannot be, by itself.
 */
final class Digests {
    /** The name of their template, and what their deliveries are called. */
    static final String KIND = "digest";

    /** The most letters that become one. */
    static final int MAX_LETTERS = 50;

    private static final Logger LOG = LoggerFactory.getLogger(Digests.class);

    private final DeskSetup setup;
    private final LetterText text;
    private final SignedMail signed;

    Digests(DeskSetup setup) {
        this.setup = setup;
        this.text = new LetterText(setup);
        this.signed = new SignedMail(setup);
    }

    /** What joins a letter with others; empty if it is to be handed over by itself. */
    Optional<Changes> joined(Delivery letter, Claim claim, Instant now) {
        if (letter.digest().isEmpty()
                || letter.kind().equals(KIND)
                || letter.state() != DeliveryState.PLANNED
                || letter.attempts() > 0) {
            return Optional.empty();
        }
        Digest digest = letter.digest().get();
        // Those that were held for another address of the agent's are not told to this one.
        List<Delivery> held = setup.store().heldFor(setup.tenant(), digest, MAX_LETTERS).stream()
                .filter(other -> !other.kind().equals(KIND)
                        && other.message().to().equals(letter.message().to()))
                .toList();
        if (held.size() < 2 || held.stream().noneMatch(other -> other.id().equals(letter.id()))) {
            return Optional.empty();
        }
        return written(digest, held, now).map(whole -> joining(held, whole, letter, claim, now));
    }

    /** The tickets that a delivery tells of. */
    Set<TicketId> toldIn(Delivery delivery) {
        Set<TicketId> tickets = new LinkedHashSet<>();
        delivery.ticket().ifPresent(tickets::add);
        delivery.digest()
                .filter(digest -> delivery.kind().equals(KIND))
                .ifPresent(digest -> setup.store()
                        .joinedIn(setup.tenant(), digest, delivery.message().messageId(), MAX_LETTERS)
                        .forEach(letter -> letter.ticket().ifPresent(tickets::add)));
        return tickets;
    }

    private Changes joining(List<Delivery> held, Delivery whole, Delivery first, Claim claim, Instant now) {
        Changes.Builder changes = Changes.builder(setup.tenant())
                .newDelivery(whole)
                .schedule(new Work(WorkKey.HandOver.of(whole), now))
                .workResult(new WorkResult.Done(claim));
        for (Delivery each : held) {
            changes.delivery(
                    new DeliveryChange(each.state(), each.joined(whole.message().messageId(), now)));
            if (!each.id().equals(first.id())) {
                changes.cancel(WorkKey.HandOver.of(each));
            }
        }
        return changes.build();
    }

    private Optional<Delivery> written(Digest digest, List<Delivery> held, Instant now) {
        List<Locale> languages =
                setup.agents().agent(digest.agent()).map(Agent::locale).stream().toList();
        try {
            return setup.templates().find(KIND, languages).map(template -> {
                Rendered rendered =
                        text.of(setup.templates(), template, facts(held), languages, zone(digest.agent()), now);
                return planned(rendered, held.get(0), now);
            });
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("letters that were held leave one by one, they cannot be written as one", e);
            return Optional.empty();
        }
    }

    /** Where the agent said to be, else where the desk is. */
    private ZoneId zone(AgentId agent) {
        NotifiedPerson person = NotifiedPerson.of(agent);
        return Optional.ofNullable(setup.store()
                        .preferences(setup.tenant(), Set.of(person))
                        .get(person))
                .flatMap(NotificationPreferences::zone)
                .orElseGet(setup::zone);
    }

    private Map<String, Value> facts(List<Delivery> held) {
        List<Map<String, String>> letters = held.stream()
                .map(Delivery::message)
                .map(message -> Map.of("subject", message.subject(), "text", message.text()))
                .toList();
        return Map.of(
                KIND,
                Value.of(Map.of("count", letters.size(), "letters", letters)),
                "desk",
                Value.of(TemplateFacts.desk(setup)));
    }

    private Delivery planned(Rendered rendered, Delivery first, Instant now) {
        DeliveryId id = new DeliveryId(setup.ids().get());
        OutboundMessage like = first.message();
        OutboundMessage message = new OutboundMessage(
                signed.messageId(id),
                like.from(),
                like.fromName(),
                like.replyTo(),
                like.to(),
                rendered.subject(),
                rendered.text(),
                Optional.empty(),
                List.of(),
                true);
        OutboundMessage whole = signed.returning(message, id);
        return Delivery.planned(id, setup.tenant(), first.ticket().orElseThrow(), KIND, first.reason(), whole, now)
                .heldFor(first.digest().orElseThrow());
    }
}
