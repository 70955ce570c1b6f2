package dev.svar.store;

import dev.svar.contact.Address;
import dev.svar.delivery.NotificationPreferences;
import dev.svar.delivery.NotifiedPerson;
import dev.svar.delivery.Suppression;
import java.util.Map;

/**
 * What is known of those who are to be told something.
 *
 * @param preferences what they want to be told; who has said nothing is not in it
 * @param suppressions what is known against their addresses, also what has ended; an address against which nothing is known is
 *     not in it
 */
public record Readers(
        Map<NotifiedPerson, NotificationPreferences> preferences, Map<Address, Suppression> suppressions) {
    /**
     * Copies.
     *
     * @param preferences what they want to be told
     * @param suppressions what is known against their addresses
     */
    public Readers {
        preferences = Map.copyOf(preferences);
        suppressions = Map.copyOf(suppressions);
    }
}
