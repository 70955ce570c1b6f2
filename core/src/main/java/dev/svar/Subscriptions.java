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
        return waiting.message().unsubscribe().isPresent()
                && !waiting.plannedAt().plus(SuppressionList.FRESH).isAfter(now);
    }

    /** The delivery, suppressed, if its reader wants no more of its kind. */
    Optional<Delivery> refused(Delivery waiting, Map<NotifiedPerson, NotificationPreferences> known, Instant now) {
        return Optional.ofNullable(known.get(NotifiedPerson.of(waiting.message().to())))
                .filter(said -> !standing(waiting, said).wanted())
                .map(said -> waiting.suppressed("its reader has unsubscribed", now));
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
