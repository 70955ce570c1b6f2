package dev.svar.testkit;

import dev.svar.store.DeskStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
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
        Set<String> names = new TreeSet<>();
        Arrays.stream(StoreContract.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .forEach(method -> names.add(method.getName()));
        return names;
    }

    static Set<String> failures(Supplier<? extends DeskStore> stores) throws ReflectiveOperationException {
        Set<String> failed = new TreeSet<>();
        for (String name : tests()) {
            if (!passes(name, new SuiteRun(stores.get()))) {
                failed.add(name);
            }
        }
        return failed;
    }

    private static boolean passes(String test, SuiteRun run) throws ReflectiveOperationException {
        Method method = StoreContract.class.getDeclaredMethod(test);
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
