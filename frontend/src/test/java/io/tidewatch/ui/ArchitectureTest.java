package io.tidewatch.ui;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLayout;
import io.quarkus.arc.Unremovable;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tidewatch.ui");

    /** Low to high: a package may use only packages before it. Features, the rest, may not use each other. */
    private static final List<String> ORDER = List.of("identity", "client", "navigation", "component", "shell");

    @Test
    void everyViewSaysWhoMaySeeIt() {
        DescribedPredicate<JavaClass> views = describe(
                "views, layouts and error pages",
                type -> type.isAnnotatedWith(Route.class)
                        || (type.isAssignableTo(RouterLayout.class) && !type.isInterface())
                        || type.isAssignableTo(HasErrorParameter.class));
        assertThat(CLASSES.stream().filter(views)).hasSizeGreaterThan(10);
        classes()
                .that(are(views))
                .should()
                .beAnnotatedWith(PermitAll.class)
                .orShould()
                .beAnnotatedWith(DenyAll.class)
                .because(
                        "a page without an access rule would be refused, or worse, shown; none is for people not signed in")
                .check(CLASSES);
    }

    @Test
    void viewsArePrivateToTheirFeature() {
        classes()
                .that()
                .areAnnotatedWith(Route.class)
                .should()
                .bePackagePrivate()
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("io.tidewatch.ui.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void packagesUseOnlyWhatIsBelowThem() {
        for (int i = 0; i < ORDER.size(); i++) {
            List<String> allowed = ORDER.subList(0, i + 1);
            noClasses()
                    .that()
                    .resideInAPackage("io.tidewatch.ui." + ORDER.get(i))
                    .should()
                    .dependOnClassesThat(describe(
                            "in a package of the frontend other than " + allowed,
                            type -> type.getPackageName().startsWith("io.tidewatch.ui.")
                                    && !allowed.contains(type.getPackageName().substring("io.tidewatch.ui.".length()))))
                    .check(CLASSES);
        }
        DescribedPredicate<JavaClass> features = describe(
                "a feature", type -> !ORDER.contains(type.getPackageName().replace("io.tidewatch.ui.", "")));
        for (JavaClass type : CLASSES.that(features)) {
            assertThat(type.getDirectDependenciesFromSelf())
                    .as("%s uses no other feature", type.getName())
                    .noneMatch(dependency -> dependency
                                    .getTargetClass()
                                    .getPackageName()
                                    .startsWith("io.tidewatch.ui.")
                            && features.test(dependency.getTargetClass())
                            && !dependency.getTargetClass().getPackageName().equals(type.getPackageName()));
        }
    }

    @Test
    void onlyTheClientSpeaksHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.tidewatch.ui.client")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "io.vertx.ext.web.client..", "jakarta.ws.rs..")
                .check(CLASSES);
    }

    @Test
    void noPartKnowsTheBackendsClassesOrItsDatabases() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..", "com.clickhouse..", "io.tidewatch.registry..", "io.tidewatch.analysis..")
                .check(CLASSES);
    }

    @Test
    void namesSayWhatThingsDo() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .check(CLASSES);
    }

    @Test
    void beansAreMadeByConstructorOnly() {
        noClasses().should().beAnnotatedWith(Unremovable.class).check(CLASSES);
        CLASSES.forEach(type -> assertThat(type.getFields())
                .as("%s has no injected fields", type.getName())
                .noneMatch(field -> field.isAnnotatedWith("jakarta.inject.Inject")));
    }

    @Test
    void everyPackageSaysItsPurpose() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java"))) {
            folders.filter(Files::isDirectory)
                    .filter(ArchitectureTest::hasClasses)
                    .forEach(folder -> assertThat(folder.resolve("package-info.java"))
                            .content()
                            .contains("@NullMarked")
                            .startsWith("/** "));
        }
    }

    private static boolean hasClasses(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
