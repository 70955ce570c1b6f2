package dev.svar;

import dev.svar.delivery.DeliveryId;
import java.util.Map;
import java.util.Optional;

/**
 * What came of having a page of a mailing's deliveries sent again.
 *
 * @param answers how many of them had which answer
 * @param last after which delivery the next page begins; empty if this was the last one
 */
public record ResendPage(Map<ResendAnswer, Integer> answers, Optional<DeliveryId> last) {
    /**
     * Copies the map.
     *
     * @param answers how many of them had which answer
     * @param last after which delivery the next page begins
     */
    public ResendPage {
        answers = Map.copyOf(answers);
    }
}
