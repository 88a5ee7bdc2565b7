package io.tidewatch.sdk;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules that keep this library small, alone and safe to embed. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tidewatch.sdk");

    private static final DescribedPredicate<JavaClass> INTERNAL = resideInAPackage("io.tidewatch.sdk.internal..");

    @Test
    void dependsOnNothingButTheJdk() {
        // JSpecify's annotations are read by compilers; nothing of them is needed at run time.
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.tidewatch.sdk..", "org.jspecify.annotations")
                .check(CLASSES);
    }

    @Test
    void exposesNoInternalTypes() {
        List<String> exposed = new ArrayList<>();
        CLASSES.stream()
                .filter(INTERNAL.negate())
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .forEach(type -> {
                    type.getRawSuperclass().filter(INTERNAL).ifPresent(parent -> exposed.add(type.getName()));
                    type.getRawInterfaces().stream().filter(INTERNAL).forEach(parent -> exposed.add(type.getName()));
                    type.getMembers().stream()
                            .filter(ArchitectureTest::isVisibleToHosts)
                            .filter(member -> signature(member).anyMatch(INTERNAL))
                            .forEach(member -> exposed.add(member.getFullName()));
                });
        assertThat(exposed).isEmpty();
    }

    private static boolean isVisibleToHosts(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaClass> signature(JavaMember member) {
        if (member instanceof com.tngtech.archunit.core.domain.JavaCodeUnit unit) {
            Stream<JavaType> types = Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream());
            return types.flatMap(type -> type.getAllInvolvedRawTypes().stream());
        }
        return ((com.tngtech.archunit.core.domain.JavaField) member).getType().getAllInvolvedRawTypes().stream();
    }

    @Test
    void internalPackagesKnowNothingOfThePublicOnes() {
        noClasses()
                .that(INTERNAL)
                .should()
                .dependOnClassesThat(describe(
                        "are public API",
                        type -> type.getPackageName().startsWith("io.tidewatch.sdk") && !INTERNAL.test(type)))
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.tidewatch.sdk.internal.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void publicClassesCannotBeSubclassedByHosts() {
        classes()
                .that()
                .arePublic()
                .and()
                .areNotInterfaces()
                .and(describe(
                        "are not abstract and sealed",
                        type -> !type.getSimpleName().equals("RegistryException")))
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(CLASSES);
    }

    @Test
    void timeAndThreadsAreTouchedInFewPlaces() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
        noClasses()
                .that()
                .doNotHaveSimpleName("BackgroundTidewatch")
                .and()
                .doNotHaveSimpleName("HttpTransport")
                .should()
                .callConstructor(
                        Thread.class, ThreadGroup.class, Runnable.class, String.class, long.class, boolean.class)
                .check(CLASSES);
    }

    @Test
    void recordingTakesNoLock() {
        // The host's path: whatever it calls in this package must not be synchronized.
        List<String> locking = CLASSES.stream()
                .filter(type -> List.of("EventFactory", "EventQueue", "EventRing", "Sampler", "Accounting", "UuidV7")
                        .contains(type.getSimpleName()))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.SYNCHRONIZED))
                .map(JavaMethod::getFullName)
                .toList();
        assertThat(locking).isEmpty();
    }

    @Test
    void namesSayWhatTheyAre() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto|DTO)")
                .check(CLASSES);
    }

    @Test
    void runsOnJava17() throws IOException {
        for (JavaClass type : CLASSES) {
            try (InputStream in = ArchitectureTest.class.getResourceAsStream(
                            "/" + type.getName().replace('.', '/') + ".class");
                    DataInputStream data = new DataInputStream(in)) {
                data.readInt();
                data.readUnsignedShort();
                assertThat(data.readUnsignedShort()).as(type.getName()).isEqualTo(61);
            }
        }
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        Path sources = Path.of("src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> folders = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .filter(folder -> !folder.equals(sources))
                    .distinct()
                    .toList();
            assertThat(folders)
                    .isNotEmpty()
                    .allSatisfy(folder -> assertThat(Files.readString(folder.resolve("package-info.java")))
                            .startsWith("/**")
                            .contains("@NullMarked"));
        }
    }
}
