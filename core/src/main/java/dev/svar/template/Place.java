package dev.svar.template;

import org.jspecify.annotations.Nullable;

/** Where a value stands in a host's data; it is put into words only for an error. */
record Place(@Nullable Place outer, Object step) {
    static Place root(String name) {
        return new Place(null, name);
    }

    String text() {
        if (outer == null) {
            return String.valueOf(step);
        }
        return outer.text() + (step instanceof Integer ? "[" + step + "]" : "." + Texts.shown(String.valueOf(step)));
    }
}
