package io.tidewatch.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tidewatch.analysis.AnalysisAccess;
import io.tidewatch.audit.AuditAccess;
import io.tidewatch.health.HealthAccess;
import io.tidewatch.identity.IdentityAccess;
import io.tidewatch.ingestion.IngestionAccess;
import io.tidewatch.onboarding.OnboardingAccess;
import io.tidewatch.organization.OrganizationAccess;
import io.tidewatch.profile.ProfileAccess;
import io.tidewatch.registry.RegistryAccess;
import io.tidewatch.registry.run.RunAccess;
import io.tidewatch.retention.RetentionAccess;
import io.tidewatch.test.Golden;
import io.tidewatch.test.TestStack;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Everybody may call what she should, and nothing else, for every operation that the backend serves. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class AccessMatrixTest {

    /** One list of rows per feature. */
    private static final List<AccessRow> ROWS = Stream.of(
                    OrganizationAccess.rows(),
                    AuditAccess.rows(),
                    IdentityAccess.rows(),
                    RegistryAccess.rows(),
                    RunAccess.rows(),
                    IngestionAccess.rows(),
                    RetentionAccess.rows(),
                    ProfileAccess.rows(),
                    HealthAccess.rows(),
                    AnalysisAccess.rows(),
                    OnboardingAccess.rows())
            .flatMap(List::stream)
            .toList();

    @Test
    void everyOperationHasExactlyOneRow() {
        assertThat(ROWS.stream().map(AccessRow::operationId))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(ApiOperations.read().keySet());
    }

    @Test
    void referenceSaysWhoMayCallWhat() {
        StringBuilder page = new StringBuilder("""
                # Who may call what

                People get roles per team: viewer, editor, admin, each with the rights of the ones before; organization admins
                may do everything. The role counts in the team that owns the thing. API keys act for one team and need the
                scope. Another organization's things answer 404, as if they were not there.

                This page is generated from the access matrix, which a test plays through for every operation.

                | Operation | Request | People | API keys |
                | --- | --- | --- | --- |
                """);
        ApiOperations.read()
                .forEach((id, operation) -> ROWS.stream()
                        .filter(row -> row.operationId().equals(id))
                        .forEach(row -> page.append(row.describe(operation))));
        Golden.assertUpToDate("docs/reference/permissions.md", page.toString());
    }

    @TestFactory
    Stream<DynamicTest> everyOperationIsForThoseItIsFor() {
        Map<String, ApiOperations> operations = ApiOperations.read();
        AccessWorld world = new AccessWorld();
        return ROWS.stream().collect(Collectors.toMap(AccessRow::operationId, Function.identity())).values().stream()
                .filter(row -> operations.containsKey(row.operationId()))
                .map(row -> dynamicTest(row.operationId(), () -> {
                    AccessCheck check = new AccessCheck(row, operations.get(row.operationId()), world);
                    check.ownerSucceeds();
                    check.lesserPeopleAreRefused();
                    check.keysNeedTheirScope();
                    check.otherTeamGetsItsShare();
                    check.otherOrganizationGetsNothing();
                    check.revokedKeyIsRefused();
                    check.nobodyIsRefused();
                }));
    }
}
