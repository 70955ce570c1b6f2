package dev.svar.delivery;

import dev.svar.contact.Channel;
import dev.svar.error.Check;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * At which paces letters leave: those of a channel, and those to one domain of mail addresses. Each node keeps them for itself, so
 * the pace of all of them together is that of one times their number. Immutable.
 *
 * @param channels the paces of channels; one that is not named has none
 * @param domains the paces of domains that have one of their own, by name in lower case
 * @param eachDomain the pace of each other domain, if it has one
 */
public record DeliveryPaces(
        Map<Channel, DeliveryPace> channels, Map<String, DeliveryPace> domains, Optional<DeliveryPace> eachDomain) {
    /** The most domains that have a pace of their own. */
    public static final int MAX_DOMAINS = 1_000;

    private static final int MAX_DOMAIN_LENGTH = 255;

    private static final DeliveryPaces NONE = new DeliveryPaces(Map.of(), Map.of(), Optional.empty());

    /**
     * Copies.
     *
     * @param channels the paces of channels
     * @param domains the paces of domains that have one of their own
     * @param eachDomain the pace of each other domain
     */
    public DeliveryPaces {
        Check.range("pace.domains", domains.size(), 0, MAX_DOMAINS);
        channels = Map.copyOf(channels);
        domains = Map.copyOf(domains);
    }

    /** {@return no limits} */
    public static DeliveryPaces none() {
        return NONE;
    }

    /**
     * Limits a channel.
     *
     * @param channel which
     * @param pace its pace
     * @return these with it
     */
    public DeliveryPaces channel(Channel channel, DeliveryPace pace) {
        Map<Channel, DeliveryPace> all = new HashMap<>(channels);
        all.put(channel, pace);
        return new DeliveryPaces(all, domains, eachDomain);
    }

    /**
     * Limits what goes to one domain.
     *
     * @param domain what stands behind the @ of an address
     * @param pace its pace, in place of that of each domain
     * @return these with it
     */
    public DeliveryPaces domain(String domain, DeliveryPace pace) {
        Map<String, DeliveryPace> all = new HashMap<>(domains);
        all.put(Check.line("pace.domain", domain, MAX_DOMAIN_LENGTH).toLowerCase(Locale.ROOT), pace);
        return new DeliveryPaces(channels, all, eachDomain);
    }

    /**
     * Limits what goes to each domain that has no pace of its own.
     *
     * @param pace the pace of each for itself
     * @return these with it
     */
    public DeliveryPaces eachDomain(DeliveryPace pace) {
        return new DeliveryPaces(channels, domains, Optional.of(pace));
    }

    /**
     * The pace of a domain.
     *
     * @param domain in lower case
     * @return its own or that of each, if there is one
     */
    public Optional<DeliveryPace> of(String domain) {
        return Optional.ofNullable(domains.get(domain)).or(() -> eachDomain);
    }
}
