package io.tidewatch.ui.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.RouteParameters;
import io.tidewatch.ui.client.Me;
import io.tidewatch.ui.fake.PageTest;
import io.tidewatch.ui.fake.SampleAdministration;
import io.tidewatch.ui.navigation.PageState;
import io.tidewatch.ui.navigation.TimeRange;
import io.tidewatch.ui.shell.AdminPage;
import io.tidewatch.ui.shell.Visit;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pages of the administration show what the backend says, to those who may see it. */
class AdministrationViewsTest extends PageTest {

    @Test
    void pagesAreForTheirAudience() {
        assertThat(pagesOf(false, "viewer")).containsExactly(AdminPage.INGESTION);
        assertThat(pagesOf(false, "admin"))
                .containsExactly(
                        AdminPage.MEMBERS,
                        AdminPage.TEAMS,
                        AdminPage.API_KEYS,
                        AdminPage.RETENTION,
                        AdminPage.INGESTION);
        assertThat(pagesOf(true, "viewer")).containsExactly(AdminPage.values());
    }

    @Test
    void aPageForOthersSaysSoAndAsksForNothing() {
        AuditView view = open(new AuditView(loader, callers, audit), Map.of());

        assertThat(byTestId(view, "state-no-permission")).hasSize(1);
        assertThat(server.requests()).noneMatch(request -> request.path().startsWith("/audit"));
    }

    @Test
    void membersAreShownWithTheSourceOfTheirRoles() {
        SampleAdministration.asOrganizationAdmin(server);
        MembersView view = open(
                new MembersView(loader, callers, members, organizations),
                Map.of("member", SampleAdministration.MEMBER));

        assertThat(text(view, "members-row")).contains("Vera Viewer", "sso.example.com / staff");
        assertThat(text(view, "members-row")).contains("Delays: viewer", "group staff-viewers");
        assertThat(text(view, "members-row")).contains("cargo: editor", "given here");
        assertThat(text(view, "member-drawer")).contains("Vera Viewer", "Give a role");
        // What a group gives is not taken away here.
        assertThat(byTestId(view, "member-remove")).hasSize(1);
    }

    @Test
    void aTakenRoleComesBackByUndo() {
        SampleAdministration.asOrganizationAdmin(server);
        MembersView view = open(
                new MembersView(loader, callers, members, organizations),
                Map.of("member", SampleAdministration.MEMBER));

        click(view, "member-remove");
        until(() -> !text(view, "members-row").contains("cargo") && !isBusy(view));

        assertThat(server.requests())
                .anyMatch(request -> request.method().equals("DELETE")
                        && request.path().equals("/teams/cargo/members/" + SampleAdministration.MEMBER));
    }

    @Test
    void keysThatHaveEndedAreShownOnDemand() {
        SampleAdministration.asOrganizationAdmin(server);
        ApiKeysView view = open(new ApiKeysView(loader, callers, apiKeys, organizations), Map.of());

        assertThat(rows(view, "keys-row")).containsExactlyInAnyOrder("working", "rotated");
        assertThat(text(view, "keys")).contains("Two secrets until", "50 events/s");
        assertThat(byTestId(view, "end-old")).hasSize(1);

        click(view, "ended-keys");
        until(() -> rows(view, "keys-row").size() == 3);
        assertThat(text(view, "keys")).contains("Revoked");
    }

    @Test
    void limitsAndUseAreShownAsTheBackendGivesThem() {
        SampleAdministration.asOrganizationAdmin(server);
        QuotasView view = open(new QuotasView(loader, callers, organizations, apiKeys), Map.of());

        assertThat(text(view, "quota")).contains("1,000", "at once 10,000", "25 %", "1,234,567", "61.7 %", "12");
        assertThat(text(view, "key-limits")).contains("working", "50 events/s");
    }

    @Test
    void auditShowsTheEntryAndChecksTheChainToItsEnd() {
        SampleAdministration.asOrganizationAdmin(server);
        AuditView view = open(new AuditView(loader, callers, audit), Map.of());
        assertThat(text(view, "audit-row")).contains("team.changed", "delays", "name", "198.51.100.7");

        click(view, "verify-audit");
        until(() -> byTestId(view, "verdict").findAny().isPresent());

        assertThat(text(view, "verdict")).contains("100,017 entries checked, every link holds");
    }

    @Test
    void auditSaysWhereTheChainBreaks() {
        SampleAdministration.asOrganizationAdmin(server);
        server.on(
                "GET",
                "/audit-entries/verification",
                request ->
                        SampleAdministration.verification(40, 40, true, Map.of("sequence", 12, "reason", "altered")));
        AuditView view = open(new AuditView(loader, callers, audit), Map.of());

        click(view, "verify-audit");
        until(() -> byTestId(view, "verdict").findAny().isPresent());

        assertThat(text(view, "verdict")).contains("The chain breaks at entry 12");
    }

    @Test
    void anErasureShowsItsProof() {
        SampleAdministration.asOrganizationAdmin(server);
        RetentionView view = open(new RetentionView(loader, callers, models, retentions), Map.of("erasure", "e1"));

        assertThat(text(view, "erasure-rows")).contains("prediction", "42", "0");
        assertThat(rows(view, "retention-row")).contains("organization", "flight-delay");
        assertThat(text(view, "erasures-row")).contains("An entity", "finished");
    }

    @Test
    void groupsShowWhoHasThemNow() {
        SampleAdministration.asOrganizationAdmin(server);
        GroupsView view = open(new GroupsView(loader, callers, members, organizations), Map.of());

        assertThat(rows(view, "groups-row")).containsExactly("staff-admins", "staff-editors");
        assertThat(text(view, "groups")).contains("everything in the organization", "1 person", "Vera Viewer");
    }

    @Test
    void teamsShowWhatTheyOwn() {
        SampleAdministration.asOrganizationAdmin(server);
        TeamsView view = open(new TeamsView(loader, callers, organizations, models), Map.of("team", "delays"));

        assertThat(rows(view, "teams-row")).containsExactly("delays", "revenue", "cargo");
        assertThat(rows(view, "owned-row")).contains("flight-delay", "delay-minutes");
    }

    private static List<AdminPage> pagesOf(boolean organizationAdmin, String role) {
        Me.Organization organization =
                new Me.Organization("o", "O", organizationAdmin, List.of(new Me.Team("t", "T", role)));
        return Arrays.stream(AdminPage.values())
                .filter(page -> page.isFor(organization))
                .toList();
    }

    private <T extends AdminView<?>> T open(T view, Map<String, String> parameters) {
        show(view);
        PageState state = new PageState(null, null, TimeRange.DEFAULT, null, null);
        view.enter(new Visit(state, state.range().resolve(Clock.systemUTC()), new RouteParameters(parameters)));
        until(() -> !isBusy(view));
        return view;
    }

    private static void click(AdminView<?> view, String testId) {
        Button button = (Button)
                byTestId(view, testId).findFirst().orElseThrow().getComponent().orElseThrow();
        ComponentUtil.fireEvent(button, new ClickEvent<>(button));
    }

    private static String text(AdminView<?> view, String testId) {
        return byTestId(view, testId).findFirst().orElseThrow().getTextRecursively();
    }

    private static List<String> rows(AdminView<?> view, String testId) {
        return byTestId(view, testId).map(row -> row.getAttribute("data-key")).toList();
    }
}
