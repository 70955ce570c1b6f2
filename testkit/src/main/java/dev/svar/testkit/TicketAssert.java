package dev.svar.testkit;

import dev.svar.HelpDesk;
import dev.svar.contact.AgentId;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryState;
import dev.svar.message.Message;
import dev.svar.store.Page;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Priority;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Status;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Tag;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a ticket: how it stood when they began, and its messages, history and deliveries. */
public final class TicketAssert extends AbstractAssert<TicketAssert, Ticket> {
    private final HelpDesk desk;

    TicketAssert(HelpDesk desk, Ticket ticket) {
        super(ticket, TicketAssert.class);
        this.desk = desk;
    }

    // How it stands

    /**
     * It has this status.
     *
     * @param status label and category
     * @return this
     */
    public TicketAssert hasStatus(Status status) {
        return holds(
                actual.status().equals(status),
                "to have the status " + told(status),
                "its status is " + told(actual.status()));
    }

    /**
     * Its status is of this category, whatever its label.
     *
     * @param category the category
     * @return this
     */
    public TicketAssert hasStatus(StatusCategory category) {
        return holds(
                actual.status().category() == category,
                "to have a status of " + category,
                "its status is " + told(actual.status()));
    }

    /**
     * An agent works on it.
     *
     * @param agent who
     * @return this
     */
    public TicketAssert isAssignedTo(AgentId agent) {
        return holds(actual.assignee().equals(Optional.of(agent)), "to be assigned to " + agent, assignment());
    }

    /**
     * Nobody works on it.
     *
     * @return this
     */
    public TicketAssert isUnassigned() {
        return holds(actual.assignee().isEmpty(), "to be assigned to nobody", assignment());
    }

    /**
     * It is in this category.
     *
     * @param category the category
     * @return this
     */
    public TicketAssert hasCategory(String category) {
        return holds(
                actual.category().equals(Optional.of(category)),
                "to be in the category " + Facts.quoted(category),
                categorization());
    }

    /**
     * It is in no category.
     *
     * @return this
     */
    public TicketAssert hasNoCategory() {
        return holds(actual.category().isEmpty(), "to be in no category", categorization());
    }

    /**
     * It has this tag.
     *
     * @param tag in any letter case
     * @return this
     */
    public TicketAssert hasTag(String tag) {
        return holds(actual.tags().contains(new Tag(tag)), "to have the tag " + Facts.quoted(tag), tags());
    }

    /**
     * It does not have this tag.
     *
     * @param tag in any letter case
     * @return this
     */
    public TicketAssert doesNotHaveTag(String tag) {
        return holds(!actual.tags().contains(new Tag(tag)), "not to have the tag " + Facts.quoted(tag), tags());
    }

    /**
     * It is this urgent.
     *
     * @param priority how urgent
     * @return this
     */
    public TicketAssert hasPriority(Priority priority) {
        return holds(
                actual.priority() == priority,
                "to have the priority " + priority,
                "its priority is " + actual.priority());
    }

    /**
     * It has exactly this subject.
     *
     * @param subject the whole subject
     * @return this
     */
    public TicketAssert hasSubject(String subject) {
        return holds(
                actual.subject().equals(subject),
                "to have the subject " + Facts.quoted(subject),
                "its subject is " + Facts.quoted(actual.subject()));
    }

    // Its messages

    /**
     * A person on the customer's side wrote something that contains a text.
     *
     * @param text a part of what they wrote, quoted history left out
     * @return this
     */
    public TicketAssert customerWrote(String text) {
        return hasMessage(MessageRole.CUSTOMER, "to have a customer's message that contains ", text);
    }

    /**
     * An agent answered something that contains a text.
     *
     * @param text a part of the answer
     * @return this
     */
    public TicketAssert wasAnsweredWith(String text) {
        return hasMessage(MessageRole.REPLY, "to have been answered with something that contains ", text);
    }

    /**
     * No agent answered.
     *
     * @return this
     */
    public TicketAssert wasNotAnswered() {
        List<Message> messages = messages();
        return holds(
                messages.stream().noneMatch(m -> m.role() == MessageRole.REPLY),
                "not to have been answered",
                told(messages));
    }

    /**
     * An agent noted something for colleagues that contains a text.
     *
     * @param text a part of the note
     * @return this
     */
    public TicketAssert hasNote(String text) {
        return hasMessage(MessageRole.NOTE, "to have a note that contains ", text);
    }

    // Its history

    /**
     * This happened to it.
     *
     * @param event exactly what
     * @return this
     */
    public TicketAssert hasEvent(TicketEvent event) {
        return history("to have the event " + event, all -> all.stream().anyMatch(e -> e.equals(event)));
    }

    /**
     * Something of this kind happened to it.
     *
     * @param kind what kind
     * @return this
     */
    public TicketAssert hasEvent(Class<? extends TicketEvent> kind) {
        return history(
                "to have an event " + kind.getSimpleName(), all -> all.stream().anyMatch(kind::isInstance));
    }

    /**
     * Nothing of this kind happened to it.
     *
     * @param kind what kind
     * @return this
     */
    public TicketAssert hasNoEvent(Class<? extends TicketEvent> kind) {
        return history(
                "to have no event " + kind.getSimpleName(), all -> all.stream().noneMatch(kind::isInstance));
    }

    /**
     * These kinds of events happened in this order, others before, between and after them.
     *
     * @param kinds what kinds
     * @return this
     */
    @SafeVarargs
    public final TicketAssert hasEventsInOrder(Class<? extends TicketEvent>... kinds) {
        List<Class<? extends TicketEvent>> wanted = new ArrayList<>();
        for (Class<? extends TicketEvent> kind : kinds) {
            wanted.add(kind);
        }
        String names = wanted.stream().map(Class::getSimpleName).collect(Collectors.joining(", "));
        return history("to have these events in this order: " + names, all -> {
            Iterator<TicketEvent> events = all.iterator();
            return wanted.stream().allMatch(kind -> advanced(events, kind));
        });
    }

    // Its deliveries

    /**
     * Something that was to be sent about it stands like this.
     *
     * @param kind what it tells, such as {@code acknowledged}
     * @param state where the delivery stands
     * @return this
     */
    public TicketAssert hasDelivery(String kind, DeliveryState state) {
        return deliveries(
                "to have a delivery " + kind + " that is " + state,
                all -> all.anyMatch(d -> d.kind().equals(kind) && d.state() == state));
    }

    /**
     * Nothing of this kind was ever to be sent about it.
     *
     * @param kind what it tells
     * @return this
     */
    public TicketAssert hasNoDelivery(String kind) {
        return deliveries(
                "to have no delivery " + kind,
                all -> all.noneMatch(d -> d.kind().equals(kind)));
    }

    private TicketAssert hasMessage(MessageRole role, String expected, String text) {
        List<Message> messages = messages();
        return holds(
                messages.stream()
                        .anyMatch(m -> m.role() == role && m.visibleText().contains(text)),
                expected + Facts.quoted(text),
                told(messages));
    }

    private TicketAssert history(String expected, Predicate<List<TicketEvent>> condition) {
        List<RecordedEvent> events =
                all(after -> desk.history(actual.id(), after, Page.MAX_LIMIT), RecordedEvent::sequence);
        return holds(
                condition.test(events.stream().map(RecordedEvent::event).toList()),
                expected,
                Facts.list(
                        "its history is",
                        "it has no history",
                        events.stream().map(Facts::of).toList()));
    }

    private TicketAssert deliveries(String expected, Predicate<Stream<Delivery>> condition) {
        List<Delivery> deliveries = desk.deliveries(actual.id(), Page.MAX_LIMIT);
        return holds(
                condition.test(deliveries.stream()),
                expected,
                Facts.list(
                        "its deliveries are",
                        "it has no deliveries",
                        deliveries.stream().map(Facts::of).toList()));
    }

    private List<Message> messages() {
        return all(after -> desk.messages(actual.id(), after, Page.MAX_LIMIT), Message::sequence);
    }

    private static <T> List<T> all(LongFunction<List<T>> pages, ToLongFunction<T> sequence) {
        List<T> all = new ArrayList<>();
        List<T> page = pages.apply(0);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = pages.apply(sequence.applyAsLong(page.get(page.size() - 1)));
        }
        return all;
    }

    private static boolean advanced(Iterator<TicketEvent> events, Class<? extends TicketEvent> kind) {
        while (events.hasNext()) {
            if (kind.isInstance(events.next())) {
                return true;
            }
        }
        return false;
    }

    private static String told(List<Message> messages) {
        return Facts.list(
                "its messages are",
                "it has no messages",
                messages.stream().map(Facts::of).toList());
    }

    private static String told(Status status) {
        return status.label() + " (" + status.category() + ")";
    }

    private String assignment() {
        return "it is assigned to " + actual.assignee().map(AgentId::value).orElse("nobody");
    }

    private String categorization() {
        return actual.category()
                .map(category -> "it is in the category " + Facts.quoted(category))
                .orElse("it is in no category");
    }

    private String tags() {
        return Facts.list(
                "its tags are",
                "it has no tags",
                actual.tags().stream().map(Tag::value).toList());
    }

    private TicketAssert holds(boolean holds, String expected, String fact) {
        if (!holds) {
            failWithMessage("%s", "Expected " + Facts.of(actual) + "\n" + expected + "\nbut " + fact);
        }
        return this;
    }
}
