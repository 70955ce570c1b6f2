package dev.svar.http;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Port: which endpoints are disabled since they answered {@code 410 Gone}. A host keeps it where its endpoints are kept, so that
 * it outlives a restart and holds on all nodes, and shows it to whoever owns the endpoint. Called by several threads.
 *
 * <p>What happens to tickets while an endpoint is disabled is not kept for it.
 */
public interface WebhookState {
    /**
     * Whether an endpoint is disabled. Asked before anything is sent to it. If it throws, that is tried again later.
     *
     * @param endpoint its name
     * @return true if nothing is to be sent to it
     */
    boolean isDisabled(String endpoint);

    /**
     * An endpoint said that it is gone: disables it. May be called again for one that is disabled.
     *
     * @param endpoint its name
     * @param now when
     */
    void gone(String endpoint, Instant now);

    /** {@return a state that is kept in memory: forgotten at the end of the process, and not known to other nodes} */
    static WebhookState inMemory() {
        Set<String> disabled = ConcurrentHashMap.newKeySet();
        return new WebhookState() {
            @Override
            public boolean isDisabled(String endpoint) {
                return disabled.contains(endpoint);
            }

            @Override
            public void gone(String endpoint, Instant now) {
                disabled.add(endpoint);
            }
        };
    }
}
