package dev.svar;

import dev.svar.announcement.Mailing;
import dev.svar.announcement.MailingOrder;
import dev.svar.announcement.MailingState;
import dev.svar.announcement.RecipientList;
import dev.svar.announcement.Recipients;
import dev.svar.contact.ContactId;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryState;
import dev.svar.delivery.MailingId;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Content;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.MailingChange;
import dev.svar.store.Page;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a desk tells many: a letter is drafted, started, paused, resumed, cancelled, and its progress looked at. Nothing is
 * planned before it is started and nothing leaves before {@link HelpDesk#runDue}. A mailing is planned in batches of at most
 * 500 recipients, each in a commit of its own, not much earlier than its pace lets them go; wherever a process dies the next
 * one goes on. Nobody gets it twice: recipients are the same if their addresses are in their one spelling. Safe for use by any
 * number of threads.
 */
public final class Announcements {
    private final DeskSetup setup;
    private final WelcomeLetters welcomes;

    Announcements(DeskSetup setup) {
        this.setup = setup;
        this.welcomes = new WelcomeLetters(setup);
    }

    /**
     * Drafts a mailing to people who are not on a list.
     *
     * @param order what it says, to whom, and how fast
     * @return the draft
     * @throws InvalidValueException if the desk has no template of that name, or the order names a list
     */
    public Mailing draft(MailingOrder order) {
        if (order.recipients() instanceof Recipients.Listed) {
            throw new InvalidValueException("mailing.recipients", "are a list, draft it together with the list");
        }
        return draft(order, Optional.empty());
    }

    /**
     * Drafts a mailing to the recipients of a list, which is kept with it.
     *
     * @param order what it says, to whom, and how fast, as {@link MailingOrder#of(String, List, RecipientList)} begins it
     * @param list the list
     * @return the draft
     * @throws InvalidValueException if the desk has no template of that name, or the order is to others
     */
    public Mailing draft(MailingOrder order, RecipientList list) {
        Content kept = list.content();
        if (!order.recipients().equals(new Recipients.Listed(kept.ref()))
                || !order.channel().equals(list.channel())) {
            throw new InvalidValueException("mailing.recipients", "are not those of the list");
        }
        return draft(order, Optional.of(kept));
    }

    private Mailing draft(MailingOrder order, Optional<Content> list) {
        if (setup.templates().find(order.template(), List.of()).isEmpty()) {
            throw new InvalidValueException("mailing.template", "names none that the desk has");
        }
        Mailing draft = Mailing.draft(new MailingId(setup.ids().get()), setup.tenant(), order, setup.now());
        Changes.Builder changes = Changes.builder(setup.tenant()).mailing(new MailingChange(0, draft));
        list.ifPresent(changes::content);
        if (setup.store().commit(changes.build()) != CommitResult.COMMITTED) {
            throw new IllegalStateException("an id was given out twice");
        }
        return draft;
    }

    /**
     * Sets a draft going, or a mailing that stands still; what is going stays so.
     *
     * @param id which
     * @return the mailing afterwards
     * @throws UnknownMailingException if there is none
     * @throws dev.svar.announcement.MailingRefusedException if it is cancelled
     */
    public Mailing start(MailingId id) {
        return move(id, MailingState.SENDING);
    }

    /**
     * Makes a mailing stand still: nothing more is planned, and what is planned is not handed over, but for what is being
     * handed over in this moment. {@link #start} sets it going again; what was put off meanwhile begins to follow within five minutes,
     * at the mailing's pace.
     *
     * @param id which
     * @return the mailing afterwards
     * @throws UnknownMailingException if there is none
     * @throws dev.svar.announcement.MailingRefusedException if it is a draft or cancelled
     */
    public Mailing pause(MailingId id) {
        return move(id, MailingState.PAUSED);
    }

    /**
     * Ends a mailing: nothing more is planned, and what was not handed over becomes {@link DeliveryState#SUPPRESSED} when its
     * turn comes.
     *
     * @param id which
     * @return the mailing afterwards
     * @throws UnknownMailingException if there is none
     */
    public Mailing cancel(MailingId id) {
        return move(id, MailingState.CANCELLED);
    }

    private Mailing move(MailingId id, MailingState next) {
        Instant now = setup.now();
        return Attempts.untilDecided("moving a mailing", () -> {
            Mailing before = mailing(id).orElseThrow(() -> new UnknownMailingException(id));
            boolean there =
                    before.state() == next || (next == MailingState.SENDING && before.state() == MailingState.DONE);
            if (there) {
                return Optional.of(before);
            }
            Mailing after = before.to(next, now);
            Changes.Builder changes =
                    Changes.builder(setup.tenant()).mailing(new MailingChange(before.version(), after));
            if (next == MailingState.SENDING && !(after.order().recipients() instanceof Recipients.OneByOne)) {
                changes.schedule(new Work(WorkKey.PlanMailing.of(after), now));
            }
            return setup.store().commit(changes.build()) == CommitResult.STALE ? Optional.empty() : Optional.of(after);
        });
    }

    /**
     * Finds a mailing.
     *
     * @param id its id
     * @return the mailing as it stands
     */
    public Optional<Mailing> mailing(MailingId id) {
        return setup.store().mailing(setup.tenant(), id);
    }

    /**
     * Lists mailings, the latest first.
     *
     * @param after the last one of the page before; empty for the first page
     * @param limit the most, 1 to {@value Page#MAX_LIMIT}
     * @return the mailings as they stand
     */
    public List<Mailing> mailings(Optional<Mailing> after, int limit) {
        return setup.store().mailings(setup.tenant(), after, (int) Check.range("limit", limit, 1, Page.MAX_LIMIT));
    }

    /**
     * How many of a mailing's deliveries stand where.
     *
     * @param id which
     * @return the counts; a state that none has is not in it
     */
    public Map<DeliveryState, Long> counts(MailingId id) {
        return setup.store().deliveryCounts(setup.tenant(), id);
    }

    /**
     * Welcomes somebody, once in a lifetime: whoever was welcomed, as this contact or as one that was merged into it, is not
     * again. The desk never does so by itself: only the host knows who became a customer, and who merely wrote a mail is none.
     * All welcome letters are of one mailing, which begins with the first and can be paused and cancelled as others.
     *
     * @param contact whom
     * @return the delivery that was planned; empty if there was one before, the contact has no address that a transport
     *     serves, or the mailing was cancelled
     * @throws UnknownContactException if there is no such contact
     */
    public Optional<Delivery> welcome(ContactId contact) {
        return welcomes.welcome(contact);
    }

    /** {@return the mailing of all welcome letters; it is not there before the first} */
    public MailingId welcomes() {
        return WelcomeLetters.MAILING;
    }
}
