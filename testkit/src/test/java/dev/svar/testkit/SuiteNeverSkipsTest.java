package dev.svar.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/** Whoever passes a suite of the testkit has passed all of it: nothing in there can be skipped, emptied or left out. */
final class SuiteNeverSkipsTest {
    /** What a class file names if it can skip a test, or have a build leave it out. */
    private static final List<String> WAYS_TO_SKIP = List.of(
            "org/junit/jupiter/api/Disabled",
            "org/junit/jupiter/api/Assumptions",
            "org/junit/jupiter/api/Tag",
            "org/junit/jupiter/api/condition/",
            "org/junit/jupiter/api/extension/",
            "org/junit/Assume",
            "org/opentest4j/TestAborted",
            "org/opentest4j/TestSkipped",
            "org/opentest4j/IncompleteExecution",
            "org/assertj/core/api/Assumptions",
            "org/assertj/core/api/WithAssumptions",
            "org/assertj/core/api/BDDAssumptions");

    private static final List<Class<?>> SUITES = List.of(
            StoreContract.class,
            LifecycleContract.class,
            BlobContract.class,
            TransportContract.class,
            TemplateRendererContract.class,
            CategorizerContract.class);

    @Test
    void no_class_of_the_testkit_knows_a_way_to_skip_a_test() throws Exception {
        List<Class<?>> classes = classesOfTheTestkit();

        assertThat(classes).contains(Samples.class, Race.class, Patience.class).containsAll(SUITES);
        assertThat(classes).allSatisfy(type -> assertThat(waysToSkip(type)).isEmpty());
    }

    @Test
    void nothing_of_a_suite_can_be_replaced_but_what_must_be_given() throws Exception {
        List<Class<?>> suites = suitesOfTheTestkit();

        assertThat(suites).containsAll(SUITES);
        assertThat(suites).allSatisfy(suite -> {
            assertThat(suite).isAbstract();
            assertThat(replaceable(suite)).isEmpty();
        });
    }

    @Test
    void every_method_of_a_suite_that_speaks_of_behavior_is_a_test() throws Exception {
        assertThat(suitesOfTheTestkit())
                .allSatisfy(suite -> assertThat(suite.getDeclaredMethods())
                        .filteredOn(method ->
                                !method.isSynthetic() && method.getName().contains("_"))
                        .allSatisfy(method -> assertThat(isTest(method)).isTrue()));
    }

    @Test
    void every_way_to_skip_a_test_is_seen() throws Exception {
        assertThat(waysToSkip(Off.class)).containsExactly("org/junit/jupiter/api/Disabled");
        assertThat(waysToSkip(Assuming.class)).containsExactly("org/junit/jupiter/api/Assumptions");
        assertThat(waysToSkip(AssumingOtherwise.class)).containsExactly("org/assertj/core/api/Assumptions");
        assertThat(waysToSkip(Conditional.class)).containsExactly("org/junit/jupiter/api/condition/");
        assertThat(waysToSkip(Aborting.class)).containsExactly("org/opentest4j/TestAborted");
        assertThat(waysToSkip(Tagged.class)).containsExactly("org/junit/jupiter/api/Tag");
        assertThat(waysToSkip(StoreContract.class)).isEmpty();
    }

    @Test
    void every_method_that_could_be_emptied_is_seen() {
        assertThat(replaceable(Open.class))
                .containsExactlyInAnyOrder("a_test", "a_table_of_tests", "before", "what_a_test_is_made_of");
    }

    private static List<Class<?>> suitesOfTheTestkit() throws Exception {
        return classesOfTheTestkit().stream()
                .filter(type -> Arrays.stream(type.getDeclaredMethods()).anyMatch(SuiteNeverSkipsTest::isTest))
                .toList();
    }

    private static boolean isTest(Method method) {
        return method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class);
    }

    private static List<String> replaceable(Class<?> suite) {
        int fixed = Modifier.FINAL | Modifier.ABSTRACT | Modifier.PRIVATE | Modifier.STATIC;
        return Arrays.stream(suite.getDeclaredMethods())
                .filter(method -> !method.isSynthetic() && (method.getModifiers() & fixed) == 0)
                .map(Method::getName)
                .toList();
    }

    private static List<String> waysToSkip(Class<?> type) throws IOException {
        String name = type.getName();
        try (InputStream file = type.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class")) {
            assertThat(file).as("the class file of %s", name).isNotNull();
            String constants = new String(file.readAllBytes(), StandardCharsets.ISO_8859_1);
            return WAYS_TO_SKIP.stream().filter(constants::contains).toList();
        }
    }

    private static List<Class<?>> classesOfTheTestkit() throws IOException, URISyntaxException, ClassNotFoundException {
        Path root = Path.of(StoreContract.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Class<?>> classes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.toList()) {
                String name = root.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), ".");
                if (name.endsWith(".class") && !name.endsWith("-info.class")) {
                    classes.add(Class.forName(
                            name.substring(0, name.length() - ".class".length()),
                            false,
                            StoreContract.class.getClassLoader()));
                }
            }
        }
        return classes;
    }

    // What the scan must see; none of these is run.

    @Disabled("seen by the scan")
    static final class Off {}

    static final class Assuming {
        void skip() {
            Assumptions.assumeTrue(false);
        }
    }

    static final class AssumingOtherwise {
        void skip() {
            org.assertj.core.api.Assumptions.assumeThat(1).isEqualTo(2);
        }
    }

    @EnabledOnOs(OS.AIX)
    static final class Conditional {}

    static final class Aborting {
        void skip() {
            throw new TestAbortedException();
        }
    }

    @Tag("slow")
    static final class Tagged {}

    abstract static class Open {
        @BeforeEach
        void before() {}

        @Test
        void a_test() {}

        @ParameterizedTest
        @ValueSource(ints = 1)
        void a_table_of_tests(int row) {}

        @Test
        final void a_final_test() {}

        protected void what_a_test_is_made_of() {}

        protected abstract void given();
    }
}
