package dev.svar.examples;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rooms of the house and the directions between them, as docs and ARCHITECTURE.md draw them. */
final class HouseRulesTest {
    /** Core's packages, ground floor first: each may use those before it only. */
    private static final List<String> FLOORS = List.of(
            "dev.svar.error",
            "dev.svar.contact",
            "dev.svar.ticket",
            "dev.svar.message",
            "dev.svar.sla",
            "dev.svar.template",
            "dev.svar.category",
            "dev.svar.category.learn",
            "dev.svar.knowledge",
            "dev.svar.trend",
            "dev.svar.assignment",
            "dev.svar.delivery",
            "dev.svar.announcement",
            "dev.svar.store",
            "dev.svar.memory",
            "dev.svar.insight",
            "dev.svar");

    private static final List<String> ADAPTERS =
            List.of("dev.svar.jdbc", "dev.svar.mail", "dev.svar.http", "dev.svar.search", "dev.svar.testkit");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.svar");

    @Test
    void every_package_has_its_place() {
        classes()
                .should()
                .resideInAnyPackage(Stream.of(FLOORS.stream(), ADAPTERS.stream(), Stream.of("dev.svar.examples"))
                        .flatMap(s -> s)
                        .toArray(String[]::new))
                .check(HOUSE);
    }

    @TestFactory
    Stream<DynamicTest> a_floor_of_core_rests_on_lower_ones_only() {
        return FLOORS.stream()
                .map(floor -> DynamicTest.dynamicTest(floor, () -> {
                    String[] above = FLOORS.subList(FLOORS.indexOf(floor) + 1, FLOORS.size())
                            .toArray(String[]::new);
                    if (above.length > 0) {
                        noClasses()
                                .that()
                                .resideInAPackage(floor)
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(above)
                                .check(HOUSE);
                    }
                }));
    }

    @Test
    void no_package_is_in_a_cycle() {
        slices().assignedFrom(packages()).should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void core_needs_the_jdk_the_logging_facade_and_the_null_marks_only() {
        classes()
                .that()
                .resideInAnyPackage(FLOORS.toArray(String[]::new))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Stream.concat(
                                FLOORS.stream(),
                                Stream.of("java..", "javax.crypto..", "org.slf4j", "org.jspecify.annotations"))
                        .toArray(String[]::new))
                .check(HOUSE);
    }

    @Test
    void of_core_only_the_facade_logs() {
        noClasses()
                .that()
                .resideInAnyPackage(FLOORS.subList(0, FLOORS.size() - 1).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.slf4j")
                .check(HOUSE);
    }

    @TestFactory
    Stream<DynamicTest> an_adapter_knows_core_and_no_other_adapter() {
        return ADAPTERS.stream()
                .map(adapter -> DynamicTest.dynamicTest(
                        adapter,
                        () -> noClasses()
                                .that()
                                .resideInAPackage(adapter)
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(Stream.concat(ADAPTERS.stream(), Stream.of("dev.svar.examples"))
                                        .filter(other -> !other.equals(adapter))
                                        .toArray(String[]::new))
                                .check(HOUSE)));
    }

    @Test
    void what_is_published_shows_no_type_of_a_dependency() {
        classes()
                .that()
                .resideInAnyPackage(Stream.concat(
                                FLOORS.stream(),
                                Stream.of("dev.svar.jdbc", "dev.svar.mail", "dev.svar.http", "dev.svar.search"))
                        .toArray(String[]::new))
                .and()
                .arePublic()
                .should(new ShowOwnTypesOnly())
                .check(HOUSE);
    }

    private static SliceAssignment packages() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(type.getPackageName());
            }

            @Override
            public String getDescription() {
                return "packages";
            }
        };
    }

    private static final class ShowOwnTypesOnly extends ArchCondition<JavaClass> {
        private static final DescribedPredicate<JavaClass> OWN = describe(
                "of the JDK or of Svar",
                type -> type.isPrimitive()
                        || type.getPackageName().startsWith("java.")
                        || type.getPackageName().startsWith("javax.sql")
                        || type.getPackageName().startsWith("javax.net")
                        || type.getPackageName().startsWith("dev.svar"));

        ShowOwnTypesOnly() {
            super("show only types of the JDK and of Svar");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            Stream<JavaCodeUnit> shown = type.getCodeUnits().stream()
                    .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC)
                            || unit.getModifiers().contains(JavaModifier.PROTECTED));
            shown.forEach(unit -> Stream.concat(
                            Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                    .map(JavaClass::getBaseComponentType)
                    .filter(OWN.negate())
                    .forEach(foreign -> events.add(
                            SimpleConditionEvent.violated(unit, unit.getFullName() + " shows " + foreign.getName()))));
        }
    }
}
