package dev.svar.store;

import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryState;

/**
 * A delivery's new state.
 *
 * @param expected the state that the store must have for this to be committed
 * @param after the delivery after it
 */
public record DeliveryChange(DeliveryState expected, Delivery after) {}
