package dev.svar;

import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.delivery.ChannelPreferences;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.delivery.NotificationPreferences;
import dev.svar.delivery.NotifiedPerson;
import dev.svar.message.UnsubscribeAddress;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.PreferencesChange;
import dev.svar.template.Value;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets whoever got a letter say that they want no more of its kind, without a login. What they say is kept as preferences of the
 * address that the letter went to, whoever it belongs to.
 */
final class Subscriptions {
    /** How templates call the link. */
    static final String LINK = "unsubscribe_link";

    private final DeskSetup setup;

    Subscriptions(DeskSetup setup) {
        this.setup = setup;
    }

    /** Where the reader of a letter that can be done without can say so: by mail, if there are links. */
    Optional<UnsubscribeAddress> wayOut(Address to, DeliveryId id, Instant now) {
        return setup.unsubscribeLinks()
                .filter(base -> to.channel().equals(Channel.MAIL))
                .flatMap(base -> setup.tokens().map(tokens -> {
                    String token = tokens.letters().issue(setup.tenant(), id.value(), now.plus(setup.tokenLifetime()));
                    return UnsubscribeAddress.of(URI.create(base + token));
                }));
    }

    /** What a template says of it. */
    static Value link(Optional<UnsubscribeAddress> wayOut) {
        return wayOut.map(to -> Value.of(to.link().toString())).orElse(Value.NIL);
    }

    /** Whether the reader may have unsubscribed since it was planned. */
    boolean isAsked(Delivery waiting, Instant now) {
        return isOptional(waiting)
                && !waiting.plannedAt().plus(SuppressionList.FRESH).isAfter(now);
    }

    private static boolean isOptional(Delivery letter) {
        return letter.mailing().isPresent()
                || letter.message().unsubscribe().isPresent()
                || NotificationKind.of(letter.kind())
                        .filter(NotificationKind::isOptional)
                        .isPresent();
    }

    /** The delivery, suppressed, if its reader wants no more of its kind. */
    Optional<Delivery> refused(Delivery waiting, Map<NotifiedPerson, NotificationPreferences> known, Instant now) {
        return Optional.ofNullable(known.get(NotifiedPerson.of(waiting.message().to())))
                .filter(said -> !isWanted(waiting, said))
                .map(said -> waiting.suppressed("its reader has unsubscribed", now));
    }

    Optional<Subscription> find(String token) {
        return letter(token).map(this::standing);
    }

    /** Says what is wanted from now on; what is so already is not said again. */
    Optional<Subscription> set(String token, boolean wanted) {
        return letter(token).map(letter -> {
            set(letter.message().to(), letter.kind(), wanted);
            return standing(letter);
        });
    }

    /** Says whether whatever its reader can do without is wanted at an address. */
    void setAll(Address at, boolean wanted) {
        set(at, ChannelPreferences.ALL_OPTIONAL, wanted);
    }

    private void set(Address at, String kind, boolean wanted) {
        Attempts.untilDecided("setting a subscription", () -> {
            NotificationPreferences before = of(at);
            if (before.wants(kind, at.channel()) == wanted) {
                return Optional.of(before);
            }
            NotificationPreferences after =
                    saying(before, at.channel(), kind, wanted).next();
            Changes changes = Changes.builder(setup.tenant())
                    .preferences(new PreferencesChange(after))
                    .build();
            return setup.store().commit(changes) == CommitResult.COMMITTED ? Optional.of(after) : Optional.empty();
        });
    }

    private Optional<Delivery> letter(String token) {
        return setup.tokens()
                .flatMap(tokens -> tokens.letters().letter(setup.tenant(), token, setup.now()))
                .flatMap(id -> setup.store().delivery(setup.tenant(), new DeliveryId(id)));
    }

    private NotificationPreferences of(Address at) {
        NotifiedPerson reader = NotifiedPerson.of(at);
        return setup.store()
                .preferences(setup.tenant(), Set.of(reader))
                .getOrDefault(reader, NotificationPreferences.none(reader));
    }

    private static NotificationPreferences saying(
            NotificationPreferences before, Channel channel, String kind, boolean wanted) {
        ChannelPreferences said = before.on(channel);
        Set<String> off = new HashSet<>(said.off());
        if (wanted) {
            off.remove(kind);
        } else {
            off.add(kind);
        }
        return before.with(channel, said.without(off));
    }

    private static boolean isWanted(Delivery letter, NotificationPreferences said) {
        return said.wants(letter.kind(), letter.message().to().channel(), true);
    }

    /** Whether letters like this one come: to those on a list whatever they said as contacts, to others only if it is not no. */
    private Subscription standing(Delivery letter) {
        Address to = letter.message().to();
        boolean wanted = isWanted(letter, of(to))
                && (letter.reason().equals(MailingBatches.ON_THE_LIST) || isWantedByContact(letter, to));
        return new Subscription(to, letter.kind(), wanted);
    }

    private boolean isWantedByContact(Delivery letter, Address to) {
        return new Survivors(setup)
                .at(to)
                .map(person -> Wishes.of(setup, List.of(person)).of(person).has(letter.kind(), to, true))
                .orElse(true);
    }
}
