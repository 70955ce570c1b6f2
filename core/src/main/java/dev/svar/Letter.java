package dev.svar;

import dev.svar.delivery.Delivery;
import java.time.Instant;

/** A delivery, and when it may be handed over. */
record Letter(Delivery delivery, Instant due) {}
