package dev.svar;

import dev.svar.announcement.Mailing;
import dev.svar.announcement.MailingOrder;
import dev.svar.announcement.MailingState;
import dev.svar.announcement.Recipients;
import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.delivery.MailingId;
import dev.svar.error.InvalidValueException;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.MailingChange;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Letters to new customers, one for each contact. */
final class WelcomeLetters {
    /** The name of their template. */
    static final String KIND = "welcome";

    /** The mailing that they are of. */
    static final MailingId MAILING = new MailingId(UUID.nameUUIDFromBytes(KIND.getBytes(StandardCharsets.UTF_8)));

    private static final String REASON = "became a customer";

    private final DeskSetup setup;
    private final MailingLetters letters;

    WelcomeLetters(DeskSetup setup) {
        this.setup = setup;
        this.letters = new MailingLetters(setup);
    }

    Optional<Delivery> welcome(ContactId id) {
        if (setup.templates().find(KIND, List.of()).isEmpty()) {
            throw new InvalidValueException("templates", "have none named " + KIND);
        }
        Instant now = setup.now();
        return Attempts.untilDecided("welcoming a contact", () -> {
            Contact person =
                    new People(setup).survivor(id).orElseThrow(() -> new UnknownContactException("contact", id));
            Optional<Mailing> found = setup.store().mailing(setup.tenant(), MAILING);
            Mailing mailing = found.orElseGet(() -> first(now));
            Wishes.Wish wish = Wishes.of(setup, List.of(person)).of(person);
            Optional<Address> to = reachable(person, wish);
            if (mailing.state() == MailingState.CANCELLED || to.isEmpty() || wasWelcomed(mailing, person)) {
                return Optional.of(Optional.<Delivery>empty());
            }
            Delivery delivery = letters.write(mailing, letterTo(mailing, person.id()), person, to.get(), REASON, now);
            Changes.Builder changes = Changes.builder(setup.tenant()).newDelivery(delivery);
            if (found.isEmpty()) {
                changes.mailing(new MailingChange(0, mailing));
            }
            if (delivery.state().waiting()) {
                changes.schedule(new Work(WorkKey.HandOver.of(delivery), wish.due(delivery, now)));
            }
            return setup.store().commit(changes.build()) == CommitResult.STALE
                    ? Optional.empty()
                    : Optional.of(Optional.of(delivery));
        });
    }

    private Mailing first(Instant now) {
        MailingOrder order = MailingOrder.of(KIND, Channel.MAIL, List.of(), new Recipients.OneByOne());
        return Mailing.draft(MAILING, setup.tenant(), order, now).to(MailingState.SENDING, now);
    }

    private Optional<Address> reachable(Contact person, Wishes.Wish wish) {
        return person.addresses().stream()
                .filter(address -> setup.transports().containsKey(address.channel())
                        && !setup.isOwn(address)
                        && wish.has(KIND, address, true))
                .findFirst();
    }

    private static DeliveryId letterTo(Mailing mailing, ContactId contact) {
        return mailing.deliveryTo("contact " + contact);
    }

    private boolean wasWelcomed(Mailing mailing, Contact person) {
        Set<DeliveryId> letters =
                person.ids().stream().map(contact -> letterTo(mailing, contact)).collect(Collectors.toSet());
        return !setup.store().knownDeliveries(setup.tenant(), letters).isEmpty();
    }
}
