package dev.svar;

import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.delivery.ChannelPreferences;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.delivery.NotificationPreferences;
import dev.svar.delivery.NotifiedPerson;
import dev.svar.message.OutboundMessage;
import dev.svar.message.UnsubscribeAddress;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.PreferencesChange;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Lets whoever got a letter say that they want no more of its kind, without a login. What they say is kept as preferences of the
 * address that the letter went to, whoever it belongs to.
 */
final class Subscriptions {
    private final DeskSetup setup;

    Subscriptions(DeskSetup setup) {
        this.setup = setup;
    }

    /** The letter with its link, if there are links and it is one that can be done without. */
    OutboundMessage with(OutboundMessage message, DeliveryId id, Instant now) {
        boolean linked = message.automatic() && message.to().channel().equals(Channel.MAIL);
        return setup.unsubscribeLinks()
                .filter(base -> linked)
                .flatMap(base -> setup.tokens().map(tokens -> {
                    String token = tokens.letters().issue(setup.tenant(), id.value(), now.plus(setup.tokenLifetime()));
                    return message.unsubscribe(UnsubscribeAddress.of(URI.create(base + token)));
                }))
                .orElse(message);
    }

    /** The delivery, suppressed, if its reader said since it was planned that they want no more of its kind. */
    Optional<Delivery> beforeHandOver(Delivery waiting, Instant now) {
        boolean asked = waiting.message().unsubscribe().isPresent()
                && !waiting.plannedAt().plus(SuppressionList.FRESH).isAfter(now);
        return Optional.of(waiting)
                .filter(letter -> asked && !standing(letter, of(letter)).wanted())
                .map(letter -> letter.suppressed("its reader has unsubscribed", now));
    }

    Optional<Subscription> find(String token) {
        return letter(token).map(letter -> standing(letter, of(letter)));
    }

    /** Says what is wanted from now on; what is so already is not said again. */
    Optional<Subscription> set(String token, boolean wanted) {
        return letter(token)
                .map(letter -> Attempts.untilDecided("setting a subscription", () -> {
                    NotificationPreferences before = of(letter);
                    Subscription now = standing(letter, before);
                    if (now.wanted() == wanted) {
                        return Optional.of(now);
                    }
                    NotificationPreferences after =
                            saying(before, letter, wanted).next();
                    Changes changes = Changes.builder(setup.tenant())
                            .preferences(new PreferencesChange(after))
                            .build();
                    return setup.store().commit(changes) == CommitResult.COMMITTED
                            ? Optional.of(standing(letter, after))
                            : Optional.empty();
                }));
    }

    private Optional<Delivery> letter(String token) {
        return setup.tokens()
                .flatMap(tokens -> tokens.letters().letter(setup.tenant(), token, setup.now()))
                .flatMap(id -> setup.store().delivery(setup.tenant(), new DeliveryId(id)));
    }

    private NotificationPreferences of(Delivery letter) {
        NotifiedPerson at = NotifiedPerson.of(letter.message().to());
        return setup.store().preferences(setup.tenant(), Set.of(at)).getOrDefault(at, NotificationPreferences.none(at));
    }

    private static NotificationPreferences saying(NotificationPreferences before, Delivery letter, boolean wanted) {
        Channel channel = letter.message().to().channel();
        ChannelPreferences said = before.on(channel);
        Set<String> off = new HashSet<>(said.off());
        if (wanted) {
            off.remove(letter.kind());
        } else {
            off.add(letter.kind());
        }
        return before.with(channel, said.without(off));
    }

    private static Subscription standing(Delivery letter, NotificationPreferences said) {
        Address to = letter.message().to();
        return new Subscription(to, letter.kind(), said.wants(letter.kind(), to.channel()));
    }
}
