package dev.svar.testkit;

import dev.svar.store.DeskStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Runs the whole contract against a store, each test with a store of its own, and tells which tests fail. */
final class SuiteRun extends StoreContract {
    private final DeskStore store;

    private SuiteRun(DeskStore store) {
        this.store = store;
    }

    @Override
    protected DeskStore openStore() {
        return store;
    }

    static Set<String> tests() {
        return new TreeSet<>(methods().keySet());
    }

    /** The tests of the contract and of the parts that it is made of, by name. */
    private static SortedMap<String, Method> methods() {
        SortedMap<String, Method> methods = new TreeMap<>();
        for (Class<?> part = StoreContract.class; part != Object.class; part = part.getSuperclass()) {
            Arrays.stream(part.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Test.class))
                    .forEach(method -> methods.put(method.getName(), method));
        }
        return methods;
    }

    static Set<String> failures(Supplier<? extends DeskStore> stores) throws ReflectiveOperationException {
        Set<String> failed = new TreeSet<>();
        for (Method test : methods().values()) {
            if (!passes(test, new SuiteRun(stores.get()))) {
                failed.add(test.getName());
            }
        }
        return failed;
    }

    private static boolean passes(Method method, SuiteRun run) throws ReflectiveOperationException {
        method.setAccessible(true);
        run.open();
        try {
            method.invoke(run);
            return true;
        } catch (InvocationTargetException failure) {
            return false;
        }
    }
}
