package io.tidewatch;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The rules that keep the map of docs/architecture true. Each is named by what it protects. */
class ArchitectureTest {

    private static final String ROOT = "io.tidewatch.";

    /**
     * Which feature may use which. A feature may only name features above it. A new edge is a line here, and a decision.
     */
    private static final Map<String, Set<String>> ALLOWED_EDGES = Map.ofEntries(
            Map.entry("platform", Set.of()),
            Map.entry("audit", Set.of("platform")),
            Map.entry("identity", Set.of("platform")),
            Map.entry("organization", Set.of("platform", "audit")),
            Map.entry("metric", Set.of("platform", "organization")),
            Map.entry("registry", Set.of("platform", "audit", "organization")),
            Map.entry("profile", Set.of("platform", "audit", "organization", "registry")),
            Map.entry("ingestion", Set.of("platform", "audit", "organization", "registry", "profile")),
            Map.entry("health", Set.of("platform", "audit", "registry", "profile")),
            Map.entry("retention", Set.of("platform", "audit", "registry", "ingestion")),
            Map.entry(
                    "analysis",
                    Set.of(
                            "platform",
                            "audit",
                            "organization",
                            "metric",
                            "registry",
                            "profile",
                            "ingestion",
                            "health")),
            Map.entry("onboarding", Set.of("platform", "audit", "organization", "registry", "profile", "health")));

    /** Code that runs on a worker or at start, where waiting is its purpose. */
    private static final Set<String> MAY_WAIT = Set.of(
            "io.tidewatch.ingestion.DeadLetterPayloads",
            "io.tidewatch.ingestion.DeadLetterService",
            "io.tidewatch.ingestion.IngestionService",
            "io.tidewatch.ingestion.StorePatience",
            "io.tidewatch.organization.OrganizationBootstrap",
            "io.tidewatch.platform.clickhouse.ClickHouse",
            "io.tidewatch.platform.clickhouse.EventStoreStart",
            "io.tidewatch.platform.clickhouse.Migrations",
            "io.tidewatch.platform.job.WorkerPool",
            "io.tidewatch.profile.BaselineFileService");

    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void featuresAreFreeOfCycles() {
        check(slices().matching("io.tidewatch.(*)..").should().beFreeOfCycles());
    }

    @Test
    void featuresUseOnlyWhatTheyMay() {
        Set<String> surprises = new TreeSet<>();
        for (JavaClass origin : CLASSES) {
            String feature = feature(origin);
            origin.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass())
                    .filter(target -> target.getPackageName().startsWith(ROOT))
                    .filter(target -> !feature(target).equals(feature))
                    .filter(target ->
                            !ALLOWED_EDGES.getOrDefault(feature, Set.of()).contains(feature(target)))
                    .forEach(target ->
                            surprises.add(feature + " -> " + feature(target) + " (" + origin.getName() + ")"));
        }
        Assertions.assertThat(surprises).isEmpty();
    }

    @Test
    void everyFeatureStandsInTheTable() {
        Set<String> known = new HashSet<>();
        CLASSES.forEach(type -> known.add(feature(type)));
        Assertions.assertThat(ALLOWED_EDGES.keySet()).containsAll(known);
    }

    @Test
    void platformKnowsNoFeature() {
        check(noClasses()
                .that()
                .resideInAPackage("io.tidewatch.platform..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("io.tidewatch..").and(not(resideInAnyPackage("io.tidewatch.platform..")))));
    }

    @Test
    void kernelsArePure() {
        check(classes()
                .that()
                .resideInAnyPackage("..stats..", "..decision..", "..state..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.util..",
                        "java.math..",
                        "java.time..",
                        "java.io..",
                        "java.nio..",
                        "org.apache.commons.math3..",
                        "org.jspecify..",
                        "..stats..",
                        "..decision..",
                        "..state..")
                .allowEmptyShould(true));
        check(noClasses()
                .that()
                .resideInAnyPackage("..stats..", "..decision..", "..state..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.time.Clock.class)
                .allowEmptyShould(true));
    }

    @Test
    void onlyOneDoorLeadsToClickHouse() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.tidewatch.platform.clickhouse..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.clickhouse.."));
    }

    @Test
    void jdbcIsForClickHouseAndTheOwnerRoleOnly() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.tidewatch.platform.clickhouse..")
                .and()
                .doNotHaveFullyQualifiedName("io.tidewatch.platform.tenancy.OwnerDoor")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "io.agroal.."));
    }

    @Test
    void sessionsAndTransactionsOpenInOnePlace() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("io.tidewatch.platform.tenancy..")
                        .should()
                        .dependOnClassesThat(
                                nameMatching(
                                        ".*\\.Mutiny\\$SessionFactory|.*\\.sqlclient\\.(Pool|SqlConnection|SqlClient)"
                                                + "|io\\.quarkus\\.hibernate\\.reactive\\.panache\\.Panache|.*\\.SessionOperations|.*\\.EntityManagerFactory")));
        check(noClasses()
                .should()
                .dependOnClassesThat(
                        nameMatching(".*\\.(WithSession|WithTransaction|WithSessionOnDemand|Transactional)")));
    }

    @Test
    void entitiesStayInTheirPackage() {
        check(classes().that().haveSimpleNameEndingWith("Entity").should().bePackagePrivate());
        check(methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should()
                .notHaveRawReturnType(nameMatching(".*Entity")));
    }

    @Test
    void resourcesAnswerWithResponses() {
        check(methods()
                .that()
                .areAnnotatedWith("jakarta.ws.rs.GET")
                .or()
                .areAnnotatedWith("jakarta.ws.rs.POST")
                .or()
                .areAnnotatedWith("jakarta.ws.rs.PUT")
                .or()
                .areAnnotatedWith("jakarta.ws.rs.PATCH")
                .or()
                .areAnnotatedWith("jakarta.ws.rs.DELETE")
                .should(ArchitectureConditions.answerWithResponses()));
    }

    @Test
    void everyOperationIsPublicAndHasAnAccessRule() {
        check(methods()
                .that()
                .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
                .should()
                .bePublic()
                .andShould()
                .beAnnotatedWith("io.tidewatch.platform.security.Access"));
    }

    @Test
    void resourcesAreThin() {
        check(noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .dependOnClassesThat(
                        nameMatching(".*(Repository|Queries|TenantSession|platform\\.clickhouse\\.ClickHouse)")));
    }

    @Test
    void timeAndChanceAreInjected() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.tidewatch.platform.clock..")
                .should()
                .callMethod("java.time.Instant", "now")
                .orShould()
                .callMethod("java.lang.System", "currentTimeMillis")
                .orShould()
                .callMethod("java.lang.Math", "random")
                .orShould()
                .callConstructor("java.util.Random"));
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.tidewatch.platform.clock..")
                .should(ArchitectureConditions.callAnyOf(
                        "java.time.(Local|Zoned|Offset)DateTime|java.time.LocalDate", "now")));
    }

    @Test
    void nobodyWaitsOnAnEventLoop() {
        check(noClasses()
                .that(not(nameMatching(String.join("|", MAY_WAIT).replace(".", "\\.") + "(\\$.*)?")
                        .forSubtype()))
                .should(ArchitectureConditions.callAnyOf("io.smallrye.mutiny.Uni", "await"))
                .orShould(ArchitectureConditions.callAnyOf("java.lang.Thread", "sleep"))
                .orShould(ArchitectureConditions.callAnyOf(
                        "java.util.concurrent.(Future|CompletableFuture|CompletionStage)", "get|join")));
    }

    @Test
    void namesSayWhatThingsAre() {
        check(noClasses()
                .should()
                .haveNameMatching(".*(Impl|Dao|DAO|Dto|DTO|Util|Utils|Helper|Manager)")
                .orShould()
                .resideInAnyPackage(
                        "..util..", "..common..", "..misc..", "..service..", "..dto..", "..entity..", "..mapper.."));
    }

    @Test
    void featuresThrowProblemsOnly() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.tidewatch.platform.problem..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(jakarta.ws.rs.WebApplicationException.class));
    }

    @Test
    void configurationIsMappedAndDependenciesAreConstructed() {
        check(noClasses().should().dependOnClassesThat().haveSimpleName("ConfigProperty"));
        check(noFields().should().beAnnotatedWith("jakarta.inject.Inject"));
    }

    @Test
    void beansHaveNoVisibleFields() {
        // A field of a normal-scoped bean is read from its shared proxy, not from the instance of the request.
        check(fields().that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(RequestScoped.class)
                .or()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(ApplicationScoped.class)
                .and()
                .areNotStatic()
                .should()
                .bePrivate());
    }

    @Test
    void nothingIsGenerated() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("lombok..", "org.mapstruct..", "com.vaadin.."));
    }

    private static String feature(JavaClass type) {
        String rest = type.getPackageName()
                .substring(Math.min(ROOT.length(), type.getPackageName().length()));
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
