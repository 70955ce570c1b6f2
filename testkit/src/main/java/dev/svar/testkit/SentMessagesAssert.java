package dev.svar.testkit;

import dev.svar.error.Check;
import dev.svar.message.OutboundMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Assertions about some of the messages that were sent; each narrows them down, and at least one must be left. */
public final class SentMessagesAssert {
    private final SentAssert all;
    private final List<OutboundMessage> found;
    private final List<String> conditions;

    SentMessagesAssert(SentAssert all, List<OutboundMessage> sent) {
        this(all, sent, List.of());
    }

    private SentMessagesAssert(SentAssert all, List<OutboundMessage> found, List<String> conditions) {
        this.all = all;
        this.found = found;
        this.conditions = conditions;
    }

    /**
     * With exactly this subject.
     *
     * @param subject the whole subject
     * @return assertions about those
     */
    public SentMessagesAssert withSubject(String subject) {
        return with(
                "with the subject " + Facts.quoted(subject), m -> m.subject().equals(subject));
    }

    /**
     * With a subject that contains a text.
     *
     * @param part a part of the subject
     * @return assertions about those
     */
    public SentMessagesAssert withSubjectContaining(String part) {
        return with(
                "with a subject that contains " + Facts.quoted(part),
                m -> m.subject().contains(part));
    }

    /**
     * With a text that contains another.
     *
     * @param part a part of the text
     * @return assertions about those
     */
    public SentMessagesAssert withTextContaining(String part) {
        return with(
                "with a text that contains " + Facts.quoted(part), m -> m.text().contains(part));
    }

    /**
     * There is exactly one of them.
     *
     * @return assertions about everything that was sent
     */
    public SentAssert once() {
        return counted(1, "exactly once");
    }

    /**
     * There are exactly so many of them.
     *
     * @param count how many, from 1
     * @return assertions about everything that was sent
     */
    public SentAssert times(int count) {
        return counted((int) Check.range("count", count, 1, Integer.MAX_VALUE), "exactly " + count + " times");
    }

    SentMessagesAssert with(String condition, Predicate<OutboundMessage> holds) {
        List<String> more = new ArrayList<>(conditions);
        more.add(condition);
        List<OutboundMessage> left = found.stream().filter(holds).toList();
        all.holds(!left.isEmpty(), "a message " + String.join(", ", more), "there is none");
        return new SentMessagesAssert(all, left, List.copyOf(more));
    }

    private SentAssert counted(int count, String times) {
        all.holds(
                found.size() == count,
                "a message " + String.join(", ", conditions) + ", " + times,
                "there are " + found.size());
        all.spokenOf(found);
        return all;
    }
}
