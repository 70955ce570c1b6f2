package dev.svar.template;

import java.io.Serial;
import java.util.LinkedHashMap;

/** A map that nobody else holds, so that a value can keep it without a copy. */
final class OwnMap extends LinkedHashMap<String, Value> {
    @Serial
    private static final long serialVersionUID = 1;
}
