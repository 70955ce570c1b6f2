package dev.svar.jdbc;

import dev.svar.store.StoreException;

/** Constants by their names, which are public and never change. */
final class Constants {
    private Constants() {}

    static <E extends Enum<E>> E named(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw unknown(type.getSimpleName());
    }

    static StoreException unknown(String what) {
        return new StoreException("a stored " + what
                + " is none that this version of Svar knows: a newer version wrote it, use that here too");
    }
}
