package dev.svar;

import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.Agent;
import dev.svar.contact.Channel;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryReport;
import dev.svar.delivery.DeliveryState;
import dev.svar.error.SvarException;
import dev.svar.message.BouncedRecipient;
import dev.svar.message.Disposition;
import dev.svar.message.ForwardedMessage;
import dev.svar.message.InboundMessage;
import dev.svar.message.Incoming;
import dev.svar.message.MessageNature;
import dev.svar.message.Receipt;
import dev.svar.message.UnreadableMessage;
import dev.svar.store.Changes;
import dev.svar.store.DeliveryChange;
import dev.svar.store.StoreException;
import dev.svar.store.TicketState;
import dev.svar.ticket.FollowUp;
import dev.svar.ticket.LinkKind;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.Priority;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketLink;
import dev.svar.ticket.TicketNumber;
import dev.svar.ticket.TicketPairCommand;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes inbound messages: each leads to exactly one commit with its receipt, or to none if it was taken before. */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private static final String NO_SUBJECT = "(no subject)";

    private static final Actor QUOTED = Actor.rule("quoted ticket");

    /** How many links a ticket may have and still get one to a stranger's that quotes it. */
    private static final int MAX_QUOTED_LINKS = 20;

    private final DeskSetup setup;
    private final Threading threading;
    private final SignedMail signed;
    private final Repeats repeats;
    private final LettersToAgents lettersToAgents;
    private final ChangeWriter writer;
    private final SuppressionList suppressions;
    private final Offers offers;

    Intake(DeskSetup setup, ChangeWriter writer, Offers offers) {
        this.setup = setup;
        this.threading = new Threading(setup);
        this.signed = new SignedMail(setup);
        this.repeats = new Repeats(setup);
        this.lettersToAgents = new LettersToAgents(setup);
        this.writer = writer;
        this.suppressions = new SuppressionList(setup);
        this.offers = offers;
    }

    Taken take(Incoming incoming) {
        Instant now = setup.now();
        return Attempts.untilDecided("taking an inbound message", () -> {
            Optional<Receipt> before = setup.store().receipt(setup.tenant(), incoming.key());
            if (before.isPresent()) {
                return before.map(receipt -> new Taken(receipt, true));
            }
            Changes changes = changes(incoming, now);
            return switch (setup.store().commit(changes)) {
                case COMMITTED -> changes.receipt().map(Intake::taken);
                case ALREADY_RECEIVED, STALE, CLAIM_LOST -> Optional.empty();
            };
        });
    }

    private static Taken taken(Receipt receipt) {
        LOG.debug("{} {}: {}", receipt.key().value(), receipt.disposition(), receipt.reason());
        return new Taken(receipt, false);
    }

    /**
     * A message that the rules refuse or that host code fails on must not block those behind it: only a store in trouble
     * stops the intake.
     */
    private Changes changes(Incoming incoming, Instant now) {
        Plan plan = new Plan(incoming, now, false);
        try {
            plan.decide();
            return plan.changes.build();
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            if (incoming instanceof InboundMessage message && message.nature() instanceof MessageNature.Bounce) {
                LOG.warn("a reaction to the bounce {} failed", incoming.key().value(), e);
                Plan bounce = new Plan(incoming, now, true);
                bounce.decide();
                return bounce.changes.build();
            }
            LOG.warn(
                    "{} is quarantined, it could not be dealt with",
                    incoming.key().value(),
                    e);
            Plan refused = new Plan(incoming, now, true);
            String why =
                    e instanceof SvarException ? e.getMessage() : e.getClass().getName();
            refused.receipt(Disposition.QUARANTINED, "refused: " + why, Optional.empty(), Optional.empty());
            return refused.changes.build();
        }
    }

    /** The subject that a ticket gets which a message opens. */
    static String subject(InboundMessage message) {
        return message.subject().isBlank() ? NO_SUBJECT : message.subject().strip();
    }

    /** What senders and hosts put into a reason must not make the receipt itself impossible. */
    private static String line(String reason) {
        StringBuilder line = new StringBuilder();
        reason.codePoints()
                .limit(Receipt.MAX_REASON_LENGTH / 2)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .forEach(line::appendCodePoint);
        return line.toString().isBlank() ? "no reason given" : line.toString().strip();
    }

    /** Strangers can quote a number as often as they like, and what they leave behind must not fill the ticket. */
    private static boolean mayBeLinked(TicketState quoted) {
        return !quoted.ticket().spam() && quoted.ticket().links().size() < MAX_QUOTED_LINKS;
    }

    /**
     * A ticket that a message opens.
     *
     * @param requester whose ticket it is
     * @param by who opens it
     * @param language the requester's language, if known
     * @param forwarded whether somebody else wrote the mail that passes the message on
     * @param follows the ticket that it continues, if that is done
     * @param quoted the ticket that it only names
     * @param reason why it opens one
     */
    private record Opening(
            Contact requester,
            Actor by,
            Optional<Locale> language,
            boolean forwarded,
            Optional<TicketState> follows,
            Optional<Threading.Match> quoted,
            String reason) {
        Opening(
                Contact requester,
                Actor by,
                Optional<Locale> language,
                boolean forwarded,
                Optional<Threading.Match> quoted,
                String reason) {
            this(requester, by, language, forwarded, Optional.empty(), quoted, reason);
        }

        Opening following(TicketState earlier) {
            return new Opening(requester, by, language, forwarded, Optional.of(earlier), quoted, reason);
        }
    }

    /** One decision about one message, from the store's present state. */
    private final class Plan {
        private final Incoming incoming;
        private final Instant now;
        private final boolean quiet;
        private final Changes.Builder changes = Changes.builder(setup.tenant());
        private final People people = new People(setup);

        Plan(Incoming incoming, Instant now, boolean quiet) {
            this.incoming = incoming;
            this.now = now;
            this.quiet = quiet;
        }

        void decide() {
            if (incoming instanceof UnreadableMessage unreadable) {
                receipt(Disposition.QUARANTINED, unreadable.reason(), Optional.empty(), Optional.empty());
                return;
            }
            InboundMessage message = (InboundMessage) incoming;
            MessageNature nature = message.nature();
            if (nature instanceof MessageNature.Bounce bounce) {
                bounced(message, bounce);
            } else if (setup.isOwn(message.from())) {
                automatic(message, "comes from an address of this desk");
            } else if (nature instanceof MessageNature.AutomaticReply reply) {
                automatic(message, reply.reason());
            } else if (nature instanceof MessageNature.Bulk bulk) {
                automatic(message, bulk.reason());
            } else {
                written(message);
            }
        }

        private void written(InboundMessage message) {
            Optional<Locale> language = setup.languages()
                    .detect(message.subject() + "\n" + message.visibleText())
                    .or(message::language);
            if (!byAgent(message, language)) {
                byCustomer(message, language);
            }
            message.contents().forEach(changes::content);
            people.fresh().forEach(changes::newContact);
        }

        private void byCustomer(InboundMessage message, Optional<Locale> language) {
            Contact sender = people.at(message.from(), message.fromName(), language);
            Threading.Found found = threading.find(message, Optional.of(sender.id()), now);
            if (found.ticket().isPresent()) {
                followUp(message, sender, language, found.ticket().get());
                return;
            }
            Optional<Repeats.Repeat> said =
                    people.isFresh(sender) ? Optional.empty() : repeats.of(message, sender, now);
            if (said.isPresent()) {
                attach(message, said.get().latest(), said.get().reason());
                return;
            }
            String reason = found.quoted()
                    .map(quoted -> quoted.reason() + ", where its sender does not belong")
                    .orElse("answers no earlier ticket");
            open(message, new Opening(sender, Actor.customer(sender.id()), language, false, found.quoted(), reason));
        }

        /** Whether it was an agent's, by more than its sender's own word, and did what agents can do by mail. */
        private boolean byAgent(InboundMessage message, Optional<Locale> language) {
            Optional<Agent> agent = setup.agentMail().isEmpty() || !message.senderConfirmed()
                    ? Optional.empty()
                    : setup.agents().at(message.from());
            if (agent.isEmpty()) {
                return false;
            }
            Optional<ForwardedMessage> forwarded = message.forwarded()
                    .filter(f -> setup.agentMail().contains(AgentMail.FORWARDS))
                    .filter(f -> !setup.isOwn(f.from()) && !Robots.has(f.from()));
            if (forwarded.isPresent()) {
                forwarded(message, forwarded.get(), agent.get(), language);
                return true;
            }
            if (threading.answersDigest(message)) {
                receipt(
                        Disposition.QUARANTINED,
                        "the agent " + agent.get().id() + " answers a letter about several tickets",
                        Optional.empty(),
                        Optional.empty());
                return true;
            }
            Optional<Threading.Match> match = setup.agentMail().contains(AgentMail.REPLIES)
                    ? threading.anywhere(message, now).ticket()
                    : Optional.empty();
            match.ifPresent(m -> replied(message, agent.get(), m));
            return match.isPresent();
        }

        private void forwarded(
                InboundMessage message, ForwardedMessage forwarded, Agent agent, Optional<Locale> language) {
            Contact customer = people.at(forwarded.from(), forwarded.fromName(), language);
            Threading.Found found = threading.find(message, Optional.of(customer.id()), now);
            Optional<Threading.Match> about = found.ticket().or(found::quoted);
            String reason = "forwarded by the agent " + agent.id();
            open(message, new Opening(customer, Actor.agent(agent.id()), language, true, about, reason));
        }

        private void replied(InboundMessage message, Agent agent, Threading.Match match) {
            Draft draft = draft(message);
            Actor by = Actor.agent(agent.id());
            boolean internal = lettersToAgents.isRepeated(
                    message.visibleText(), match.state().ticket(), message.from());
            TicketCommand command = internal
                    ? new TicketCommand.AddNote(by, draft.id())
                    : new TicketCommand.Reply(by, draft.id(), Status.PENDING);
            join(match.state(), command, draft);
            String reason = match.reason() + ", by the agent " + agent.id()
                    + (internal ? ", and repeats a letter that was for the agent alone" : "");
            receipt(Disposition.JOINED, reason, ticket(match), Optional.of(draft.id()));
        }

        private Draft draft(InboundMessage message) {
            Draft draft = Draft.of(new MessageId(setup.ids().get()), message);
            return setup.tokens()
                    .map(tokens -> draft.redacted(tokens, setup.tenant()))
                    .orElse(draft);
        }

        private void followUp(
                InboundMessage message, Contact sender, Optional<Locale> language, Threading.Match match) {
            Ticket ticket = match.state().ticket();
            boolean done = ticket.settledAt().isPresent();
            boolean onlyThanks =
                    done && message.attachments().isEmpty() && setup.thanks().isOnlyThanks(message.visibleText());
            Actor by = Actor.customer(sender.id());
            FollowUp followUp = setup.followUps().decide(ticket, onlyThanks, now);
            switch (followUp) {
                case JOIN, KEEP -> {
                    Draft draft = draft(message);
                    Channel via = message.from().channel();
                    join(
                            match.state(),
                            new TicketCommand.AddCustomerMessage(by, draft.id(), via, followUp == FollowUp.JOIN),
                            draft);
                    String reason = match.reason() + (onlyThanks ? " and only says thanks" : "");
                    receipt(Disposition.JOINED, reason, Optional.of(ticket.id()), Optional.of(draft.id()));
                }
                case NEW_TICKET ->
                    open(
                            message,
                            new Opening(
                                            sender,
                                            by,
                                            language,
                                            false,
                                            Optional.empty(),
                                            match.reason() + ", which is " + ticket.status())
                                    .following(match.state()));
                case REFUSE -> {
                    TicketCommand refusal =
                            new TicketCommand.RefuseMessage(by, message.from().channel());
                    write(setup.cascade(now).about(match.state()).decide(ticket.id(), refusal));
                    String reason = match.reason() + ", which is " + ticket.status() + " and takes no more";
                    receipt(Disposition.REFUSED, reason, Optional.of(ticket.id()), Optional.empty());
                }
            }
        }

        private void open(InboundMessage message, Opening opening) {
            TicketId id = new TicketId(setup.ids().get());
            Draft draft = draft(message);
            TicketNumber number =
                    new TicketNumber(setup.numberPrefix(), setup.store().nextNumber(setup.tenant()));
            Contact sender = opening.requester();
            Optional<TicketState> earlier = opening.follows();
            Optional<TicketState> quoted =
                    opening.quoted().map(Threading.Match::state).filter(Intake::mayBeLinked);
            TicketCommand.Open command = new TicketCommand.Open(
                    opening.by(),
                    number,
                    subject(message),
                    sender.id(),
                    opening.forwarded() ? Set.of() : participants(message, sender),
                    Priority.NORMAL,
                    message.from().channel(),
                    opening.language(),
                    message.mayNotAnswer().isEmpty(),
                    draft.id(),
                    sender.organization(),
                    List.of(),
                    Map.of(),
                    earlier.map(e -> new TicketLink(LinkKind.FOLLOWS, e.ticket().id())));
            Cascade cascade = setup.opening(now, draft, false);
            earlier.ifPresent(cascade::about);
            quoted.ifPresent(cascade::about);
            cascade.open(id, command);
            earlier.ifPresent(
                    e -> cascade.decide(e.ticket().id(), new TicketCommand.RecordFollowUp(opening.by(), id, number)));
            quoted.ifPresent(q -> cascade.decide(
                    id, q.ticket().id(), new TicketPairCommand.Link(QUOTED, LinkKind.RELATES_TO, Set.of())));
            offers.offer(cascade, id, changes, now);
            write(cascade);
            receipt(Disposition.OPENED, opening.reason(), Optional.of(id), Optional.of(draft.id()));
        }

        private void write(Cascade cascade) {
            writer.write(changes, cascade.outcome(), people, now);
        }

        private Set<ContactId> participants(InboundMessage message, Contact sender) {
            Set<ContactId> participants = new LinkedHashSet<>();
            for (Address address : message.recipients()) {
                boolean person =
                        !setup.isOwn(address) && !address.equals(message.key().mailbox()) && !Robots.has(address);
                if (person && participants.size() < TicketCommand.MAX_PARTICIPANTS) {
                    participants.add(people.at(address, "", Optional.empty()).id());
                }
            }
            participants.remove(sender.id());
            return participants;
        }

        private void automatic(InboundMessage message, String reason) {
            Optional<Contact> sender = setup.store().contactAt(setup.tenant(), message.from());
            Optional<Threading.Match> match =
                    threading.find(message, sender.map(Contact::id), now).ticket();
            if (match.isEmpty()) {
                receipt(Disposition.AUTOMATIC, reason, Optional.empty(), Optional.empty());
                return;
            }
            attach(message, match.get().state(), reason);
            message.contents().forEach(changes::content);
            people.fresh().forEach(changes::newContact);
        }

        private void attach(InboundMessage message, TicketState state, String reason) {
            Draft draft = draft(message);
            Contact author = people.at(message.from(), message.fromName(), Optional.empty());
            join(state, new TicketCommand.AddAutomaticMessage(Actor.customer(author.id()), draft.id()), draft);
            receipt(Disposition.AUTOMATIC, reason, Optional.of(state.ticket().id()), Optional.of(draft.id()));
        }

        private void bounced(InboundMessage message, MessageNature.Bounce bounce) {
            Optional<Delivery> returned = message.replyTokens().stream()
                    .flatMap(token -> signed.returned(token).stream())
                    .findFirst();
            Optional<Delivery> delivery = returned.or(() ->
                    bounce.originalMessageId().flatMap(id -> setup.store().deliveryOf(setup.tenant(), id)));
            Optional<BouncedRecipient> failed =
                    delivery.flatMap(d -> failed(bounce, d).or(() -> returned.flatMap(r -> failedBehind(bounce, r))));
            if (failed.isEmpty()) {
                String reason = delivery.isEmpty() ? "is about no mail of this desk" : "names no failed recipient";
                receipt(Disposition.BOUNCE, reason, delivery.flatMap(Delivery::ticket), Optional.empty());
                return;
            }
            Delivery lost = delivery.get();
            if (lost.state() != DeliveryState.BOUNCED && !lost.waitsAfterBounce()) {
                giveBack(lost, failed.get());
            }
            receipt(
                    Disposition.BOUNCE,
                    "a mail did not reach its recipient " + failed.get().status(),
                    lost.ticket(),
                    Optional.empty());
        }

        private static Optional<BouncedRecipient> failed(MessageNature.Bounce bounce, Delivery delivery) {
            return bounce.recipients().stream()
                    .filter(BouncedRecipient::failed)
                    .filter(r -> r.address().equals(delivery.message().to()))
                    .findFirst();
        }

        /** The return path says whose mail it was, wherever it was passed on to: there it failed, and that is no verdict on ours. */
        private static Optional<BouncedRecipient> failedBehind(MessageNature.Bounce bounce, Delivery delivery) {
            return bounce.recipients().stream()
                    .filter(BouncedRecipient::failed)
                    .findFirst()
                    .map(r -> new BouncedRecipient(delivery.message().to(), r.status(), true, false, r.diagnostic()));
        }

        private void giveBack(Delivery lost, BouncedRecipient recipient) {
            DeliveryReport report =
                    DeliveryReport.bounced(recipient.hard(), recipient.status(), recipient.diagnostic());
            Delivery bounced = lost.bounced(report.code(), report.said(), now);
            changes.delivery(new DeliveryChange(lost.state(), bounced));
            suppressions.after(lost, report, now).ifPresent(changes::suppression);
            writer.tellLoss(changes, bounced, () -> quiet ? setup.quietCascade(now) : setup.cascade(now), people, now);
        }

        private void join(TicketState state, TicketCommand command, Draft draft) {
            write(setup.cascade(now, draft).about(state).decide(state.ticket().id(), command));
        }

        private static Optional<TicketId> ticket(Threading.Match match) {
            return Optional.of(match.state().ticket().id());
        }

        private void receipt(
                Disposition disposition, String reason, Optional<TicketId> ticket, Optional<MessageId> message) {
            changes.content(incoming.raw());
            changes.receipt(new Receipt(
                    setup.tenant(),
                    incoming.key(),
                    now,
                    disposition,
                    line(reason),
                    ticket,
                    message,
                    incoming.raw().ref()));
        }
    }
}
