package dev.svar.store;

import dev.svar.contact.TenantId;
import dev.svar.message.Message;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.TicketId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Port: tickets, their history and their messages. Every look-up sees whole commits only. */
public interface Tickets {
    /** How far tickets are counted at most. */
    int MAX_COUNT = 10_000;

    /**
     * Gives out a number. Rises, may leave gaps, is never given twice within a tenant, also not by other nodes.
     *
     * @param tenant whose
     * @return the number, from 1
     */
    long nextNumber(TenantId tenant);

    /**
     * Finds a ticket.
     *
     * @param tenant whose
     * @param id its id
     * @return the ticket as it stands
     */
    Optional<TicketState> ticket(TenantId tenant, TicketId id);

    /**
     * Finds several tickets at once.
     *
     * @param tenant whose
     * @param ids their ids, at most {@value Page#MAX_LIMIT}
     * @return those of them that there are, as they stand
     */
    Map<TicketId, TicketState> ticketsById(TenantId tenant, Set<TicketId> ids);

    /**
     * Finds a ticket by the value of its number.
     *
     * @param tenant whose
     * @param number the value of its number
     * @return the ticket as it stands
     */
    Optional<TicketState> ticketByNumber(TenantId tenant, long number);

    /**
     * Lists tickets.
     *
     * @param tenant whose
     * @param query which, in which order, and which page of them
     * @return the page: tickets that {@link TicketQuery#matches match} and are {@link TicketQuery#isAhead ahead}, in the
     *     query's {@link TicketQuery#order order}
     */
    Page<TicketState> tickets(TenantId tenant, TicketQuery query);

    /**
     * Counts tickets, not further than asked, so that the cost is bounded.
     *
     * @param tenant whose
     * @param query which; where its page begins and how long it is has no effect
     * @param atMost where to stop, 1 to {@value #MAX_COUNT}
     * @return how many tickets match, {@code atMost} if it is that many or more
     * @throws dev.svar.error.InvalidValueException if {@code atMost} is out of bounds
     */
    long count(TenantId tenant, TicketQuery query, int atMost);

    /**
     * Finds the tickets that a mail may belong to: one of a ticket's messages came with, or one of its deliveries went
     * with, one of these Message-IDs. A Message-ID belongs to the ticket that had it first.
     *
     * @param tenant whose
     * @param messageIds Message-IDs with angle brackets
     * @return the tickets of those that are known, in the order of the Message-IDs, each ticket once
     */
    List<TicketId> ticketsOfMail(TenantId tenant, List<String> messageIds);

    /**
     * Reads a ticket's history.
     *
     * @param tenant whose
     * @param ticket which
     * @param after the sequence to begin after, 0 for the beginning
     * @param limit the most events
     * @return the events in order of their sequence
     */
    List<RecordedEvent> events(TenantId tenant, TicketId ticket, long after, int limit);

    /**
     * Reads a ticket's messages.
     *
     * @param tenant whose
     * @param ticket which
     * @param after the sequence to begin after, 0 for the beginning
     * @param limit the most messages
     * @return the messages in order of their sequence
     */
    List<Message> messages(TenantId tenant, TicketId ticket, long after, int limit);

    /**
     * Finds a message of a ticket.
     *
     * @param tenant whose
     * @param ticket which
     * @param message the message's id
     * @return the message
     */
    Optional<Message> message(TenantId tenant, TicketId ticket, MessageId message);

    /**
     * Reads a ticket's latest messages of some roles.
     *
     * @param tenant whose
     * @param ticket which
     * @param roles the roles, at least one
     * @param limit the most messages
     * @return the messages, the latest first
     */
    List<Message> latestMessages(TenantId tenant, TicketId ticket, Set<MessageRole> roles, int limit);
}
