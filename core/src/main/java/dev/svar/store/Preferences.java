package dev.svar.store;

import dev.svar.contact.TenantId;
import dev.svar.delivery.NotificationPreferences;
import dev.svar.delivery.NotifiedPerson;
import java.util.Map;
import java.util.Set;

/** Port: what people want to be told. */
public interface Preferences {
    /**
     * Finds the preferences of several people at once.
     *
     * @param tenant whose
     * @param people who
     * @return those of each who has said something; the others are not in it
     */
    Map<NotifiedPerson, NotificationPreferences> preferences(TenantId tenant, Set<NotifiedPerson> people);
}
