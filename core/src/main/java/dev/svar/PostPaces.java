package dev.svar;

import dev.svar.contact.Channel;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.delivery.DeliveryPace;
import dev.svar.delivery.DeliveryPaces;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps to the paces of channels and of domains, on one node. A letter whose domain has had enough is promised a place in time and
 * put off until then, so it is looked at once more and not in each window until its turn comes, and letters to others pass it.
 */
final class PostPaces {
    /** The most promises that are remembered; a letter beyond them asks again when the place comes that it would have had. */
    static final int MAX_PROMISES = 100_000;

    /** The most domains that are counted at a time; beyond them a new one is not held to its pace. */
    static final int MAX_COUNTED = 10_000;

    private final DeliveryPaces paces;
    private final Map<Channel, Turnstile> channels = new HashMap<>();
    private final Map<String, Domain> domains = new HashMap<>();
    private final Map<DeliveryId, Instant> promises = new HashMap<>();

    /** What was promised to letters to a domain, and what has left; an answer does not stand behind a whole mailing. */
    private record Domain(
            DeliveryPace pace,
            Turnstile tickets,
            Turnstile mailings,
            Turnstile left,
            Map<DeliveryId, Instant> waitingAnswers) {
        static Domain at(DeliveryPace pace) {
            return new Domain(pace, new Turnstile(pace), new Turnstile(pace), new Turnstile(pace), new HashMap<>());
        }

        Turnstile line(Delivery letter) {
            return letter.mailing().isPresent() ? mailings : tickets;
        }

        /** Room is kept for an answer that comes again then. */
        void await(Delivery letter, Instant until) {
            if (letter.mailing().isEmpty() && waitingAnswers.size() < pace.most()) {
                waitingAnswers.put(letter.id(), until);
            }
        }

        /** A letter of a mailing lets answers pass that wait for the same room; those that do not come are forgotten. */
        Optional<Instant> letPass(Delivery letter, Instant now) {
            int answers = awaited(now);
            boolean lets = letter.mailing().isPresent() && answers > 0 && left.room(now, answers + 1) <= answers;
            return lets ? Optional.of(now.plus(pace.window().dividedBy(2L * pace.most()))) : Optional.empty();
        }

        private int awaited(Instant now) {
            waitingAnswers.values().removeIf(until -> until.plus(pace.window()).isBefore(now));
            return waitingAnswers.size();
        }

        void leaves(Delivery letter, Instant now) {
            waitingAnswers.remove(letter.id());
            left.take(now);
        }

        boolean isIdle(Instant now) {
            return awaited(now) == 0 && tickets.isIdle(now) && mailings.isIdle(now) && left.isIdle(now);
        }
    }

    PostPaces(DeliveryPaces paces) {
        this.paces = paces;
        paces.channels().forEach((channel, pace) -> channels.put(channel, new Turnstile(pace)));
    }

    /** Until when a letter must wait; empty if it may leave now, which is counted. */
    synchronized Optional<Instant> waitsUntil(Delivery delivery, Instant now) {
        Optional<Domain> domain = domain(delivery, now);
        Optional<Turnstile> channel =
                Optional.ofNullable(channels.get(delivery.message().to().channel()));
        Instant place = domain.map(of -> place(of, delivery, now)).orElse(now);
        Instant least = Stream.concat(domain.map(Domain::left).stream(), channel.stream())
                .map(left -> left.next(now))
                .reduce(place, (one, other) -> one.isAfter(other) ? one : other);
        if (least.isAfter(now)) {
            domain.ifPresent(of -> of.await(delivery, least));
            return Optional.of(least);
        }
        Optional<Instant> later = domain.flatMap(of -> of.letPass(delivery, now));
        if (later.isPresent()) {
            return later;
        }
        promises.remove(delivery.id());
        domain.ifPresent(of -> of.leaves(delivery, now));
        channel.ifPresent(left -> left.take(now));
        return Optional.empty();
    }

    /** Its place in the line of its domain. Who comes more than a window too late for it goes to the end of the line. */
    private Instant place(Domain domain, Delivery letter, Instant now) {
        Instant promised = promises.get(letter.id());
        boolean good = promised != null
                && (promised.plus(domain.pace().window()).isAfter(now)
                        || !domain.left().next(now).isAfter(now));
        if (promised != null && good) {
            return promised;
        } else if (isFull(now)) {
            return domain.line(letter).next(now);
        }
        Instant place = domain.line(letter).take(now);
        promises.put(letter.id(), place);
        return place;
    }

    /** What did not come for its place was sent by another node, or not at all. */
    private boolean isFull(Instant now) {
        if (promises.size() >= MAX_PROMISES) {
            promises.values().removeIf(place -> place.plus(DueWork.LEASE).isBefore(now));
        }
        return promises.size() >= MAX_PROMISES;
    }

    private Optional<Domain> domain(Delivery delivery, Instant now) {
        if (!delivery.message().to().channel().equals(Channel.MAIL)) {
            return Optional.empty();
        }
        String domain = delivery.message().to().domain().toLowerCase(Locale.ROOT);
        return paces.of(domain).flatMap(pace -> counted(domain, pace, now));
    }

    private Optional<Domain> counted(String domain, DeliveryPace pace, Instant now) {
        if (domains.size() >= MAX_COUNTED && !domains.containsKey(domain)) {
            domains.values().removeIf(known -> known.isIdle(now));
            if (domains.size() >= MAX_COUNTED) {
                return Optional.empty();
            }
        }
        return Optional.of(domains.computeIfAbsent(domain, name -> Domain.at(pace)));
    }

    /** How much may be claimed of a channel's lane, at most so many as wanted. */
    synchronized int room(Channel channel, Instant now, int wanted) {
        return Optional.ofNullable(channels.get(channel))
                .map(turnstile -> turnstile.room(now, wanted))
                .orElse(wanted);
    }

    /** When there is room again. */
    synchronized Instant opensAt(Channel channel, Instant now) {
        return Optional.ofNullable(channels.get(channel))
                .map(turnstile -> turnstile.next(now))
                .orElse(now);
    }
}
