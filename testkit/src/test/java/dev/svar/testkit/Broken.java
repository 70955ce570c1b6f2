package dev.svar.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.TenantId;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.DeskStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Stores that break one promise, and what the contract says to them. */
final class Broken {
    private Broken() {}

    /** Runs the contract: these tests fail, and every other one passes. */
    static void assertNoticed(Supplier<? extends DeskStore> stores, String... by) throws ReflectiveOperationException {
        SuiteRun.assertNoticed(StoreContract.class, suites(stores), by);
    }

    /** Runs the contract: these tests fail, others that happen to need the same may too, and most pass. */
    static void assertNoticedAmongOthers(Supplier<? extends DeskStore> stores, String... by)
            throws ReflectiveOperationException {
        assertThat(failures(stores))
                .as("the tests of the contract that fail")
                .contains(by)
                .hasSizeLessThan(tests().size() / 4);
    }

    static Set<String> tests() {
        return SuiteRun.tests(StoreContract.class);
    }

    static Set<String> failures(Supplier<? extends DeskStore> stores) throws ReflectiveOperationException {
        return SuiteRun.failures(StoreContract.class, suites(stores));
    }

    /** Each test gets a store of its own. */
    private static Supplier<StoreContract> suites(Supplier<? extends DeskStore> stores) {
        return () -> {
            DeskStore broken = stores.get();
            return new StoreContract() {
                @Override
                protected DeskStore openStore() {
                    return broken;
                }
            };
        };
    }

    /** What is committed is not what was asked for. */
    static Supplier<DeskStore> committing(Consumer<Parts> twist) {
        return () -> new ForwardingStore() {
            @Override
            public CommitResult commit(Changes changes) {
                return store.commit(Parts.twisted(changes, twist));
            }
        };
    }

    /** What is to be refused is committed all the same, without what was wrong with it. */
    static Supplier<DeskStore> accepting(CommitResult refusal, Consumer<Parts> twist) {
        return () -> new ForwardingStore() {
            @Override
            public CommitResult commit(Changes changes) {
                CommitResult result = store.commit(changes);
                return result == refusal ? store.commit(Parts.twisted(changes, twist)) : result;
            }
        };
    }

    /** What is refused leaves something behind. */
    static Supplier<DeskStore> leavingBehind(CommitResult refusal, BiConsumer<Parts, Parts> pick) {
        return () -> new ForwardingStore() {
            @Override
            public CommitResult commit(Changes changes) {
                CommitResult result = store.commit(changes);
                if (result == refusal) {
                    store.commit(Parts.only(changes, pick));
                }
                return result;
            }
        };
    }

    /** A look-up gives back something else than it found. */
    @SuppressWarnings("unchecked") // whoever names the look-up knows its type
    static <T> Supplier<DeskStore> reading(String lookUp, UnaryOperator<T> twist) {
        return () -> {
            DeskStore store = new ForwardingStore();
            return proxy((method, arguments) -> {
                Object found = method.invoke(store, arguments);
                return method.getName().equals(lookUp) ? twist.apply((T) found) : found;
            });
        };
    }

    /** A look-up ignores the tenant that it is asked about: it looks into the one that came first. */
    static Supplier<DeskStore> leaking(String lookUp) {
        return () -> {
            DeskStore store = new ForwardingStore();
            AtomicReference<TenantId> first = new AtomicReference<>();
            return proxy((method, arguments) -> {
                if (arguments[0] instanceof Changes changes) {
                    first.compareAndSet(null, changes.tenant());
                } else {
                    first.compareAndSet(null, (TenantId) arguments[0]);
                }
                if (method.getName().equals(lookUp)) {
                    arguments[0] = first.get();
                }
                return method.invoke(store, arguments);
            });
        };
    }

    static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    private interface Call {
        Object answer(Method method, Object[] arguments) throws ReflectiveOperationException;
    }

    private static DeskStore proxy(Call call) {
        return (DeskStore) Proxy.newProxyInstance(
                Broken.class.getClassLoader(), new Class<?>[] {DeskStore.class}, (proxy, method, arguments) -> {
                    try {
                        return call.answer(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
