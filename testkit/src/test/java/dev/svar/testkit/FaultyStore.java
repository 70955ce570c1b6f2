package dev.svar.testkit;

import dev.svar.memory.MemoryStore;
import dev.svar.store.Changes;
import dev.svar.store.DeskStore;
import dev.svar.store.StoreException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Predicate;

/** A store in memory that fails to commit what a test picks. */
final class FaultyStore {
    private FaultyStore() {}

    static DeskStore refusing(Predicate<Changes> picked) {
        DeskStore store = new MemoryStore();
        return (DeskStore) Proxy.newProxyInstance(
                FaultyStore.class.getClassLoader(), new Class<?>[] {DeskStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit") && picked.test((Changes) arguments[0])) {
                        throw new StoreException("the connection is gone", new IllegalStateException("gone"), true);
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
