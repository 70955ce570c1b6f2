package dev.svar.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs a whole suite, each test in an instance of its own, and tells which tests fail. */
final class SuiteRun {
    private SuiteRun() {}

    static Set<String> tests(Class<?> suite) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(suite.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .forEach(method -> names.add(method.getName()));
        return names;
    }

    static <S> Set<String> failures(Class<S> suite, Supplier<? extends S> instances)
            throws ReflectiveOperationException {
        Set<String> failed = new TreeSet<>();
        for (String name : tests(suite)) {
            if (!passes(suite, name, instances.get())) {
                failed.add(name);
            }
        }
        return failed;
    }

    /** Runs the suite: these tests fail, and every other one passes. */
    static <S> void assertNoticed(Class<S> suite, Supplier<? extends S> instances, String... by)
            throws ReflectiveOperationException {
        assertThat(failures(suite, instances))
                .as("the tests of the contract that fail")
                .isEqualTo(new TreeSet<>(Set.of(by)));
    }

    private static <S> boolean passes(Class<S> suite, String test, S instance) throws ReflectiveOperationException {
        try {
            all(suite, instance, BeforeEach.class);
            Method method = suite.getDeclaredMethod(test);
            method.setAccessible(true);
            method.invoke(instance);
            return true;
        } catch (InvocationTargetException failure) {
            return false;
        } finally {
            all(suite, instance, AfterEach.class);
        }
    }

    private static void all(Class<?> suite, Object instance, Class<? extends Annotation> kind)
            throws ReflectiveOperationException {
        for (Method method : suite.getDeclaredMethods()) {
            if (method.isAnnotationPresent(kind)) {
                method.setAccessible(true);
                method.invoke(instance);
            }
        }
    }
}
