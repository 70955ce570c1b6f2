package dev.svar.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
        annotated(suite, Test.class).forEach(method -> names.add(method.getName()));
        return names;
    }

    /** The methods of the suite and of the parts that it is made of. */
    private static List<Method> annotated(Class<?> suite, Class<? extends Annotation> kind) {
        List<Method> methods = new ArrayList<>();
        for (Class<?> part = suite; part != Object.class; part = part.getSuperclass()) {
            Arrays.stream(part.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(kind))
                    .forEach(methods::add);
        }
        return methods;
    }

    static <S> Set<String> failures(Class<S> suite, Supplier<? extends S> instances)
            throws ReflectiveOperationException {
        Set<String> failed = new TreeSet<>();
        for (Method test : annotated(suite, Test.class)) {
            if (!passes(suite, test, instances.get())) {
                failed.add(test.getName());
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

    private static <S> boolean passes(Class<S> suite, Method test, S instance) throws ReflectiveOperationException {
        try {
            all(suite, instance, BeforeEach.class);
            test.setAccessible(true);
            test.invoke(instance);
            return true;
        } catch (InvocationTargetException failure) {
            return false;
        } finally {
            all(suite, instance, AfterEach.class);
        }
    }

    private static void all(Class<?> suite, Object instance, Class<? extends Annotation> kind)
            throws ReflectiveOperationException {
        for (Method method : annotated(suite, kind)) {
            method.setAccessible(true);
            method.invoke(instance);
        }
    }
}
