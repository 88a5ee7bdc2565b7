package io.tidewatch.demo.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Retention, erasure, audit and appearance: what an admin does with what is kept. */
class DataAdministrationJourneyTest extends AdministrationJourney {

    private static final double ERASURE_MILLIS = 120_000;

    DataAdministrationJourneyTest(DemoStack stack) {
        super(stack);
    }

    @Test
    void aModelsRetentionIsSetAndUndone() {
        String team = team();
        Rest program = program(team);
        String model = model(program, team);
        String path = "models/" + model + "/retention";
        int before = program.get(path).path("days").asInt();
        signIn("demo-admin", "admin/retention" + ORGANIZATION);

        choose(row("retention", model).locator("[data-test='retention-days']"), "30 days");
        assertThat(page.getByText("Kept for 30 days now.").first()).isVisible();
        assertThat(row("retention", model).locator("td").last()).hasText("model");
        assertThat(program.get(path).path("days").asInt()).isEqualTo(30);
        assertThat(program.get(path).path("source").asText()).isEqualTo("model");

        test("undo").last().click();
        assertThat(row("retention", model).locator("td").last()).not().hasText("model");
        assertThat(program.get(path).path("days").asInt()).isEqualTo(before);
    }

    @Test
    void anErasedEntitysPredictionsAreGoneAndTheJobProvesIt() {
        String team = team();
        Rest program = program(team);
        String predictions = "models/" + model(program, team) + "/predictions";
        String entity = unique("passenger");
        List<String> theirs =
                List.of(UUID.randomUUID().toString(), UUID.randomUUID().toString());
        String another = UUID.randomUUID().toString();
        program.post(
                predictions,
                Map.of(
                        "predictions",
                        List.of(
                                prediction(theirs.getFirst(), entity),
                                prediction(theirs.getLast(), entity),
                                prediction(another, unique("passenger")))));
        assertThat(program.status(predictions + "/" + theirs.getFirst())).isEqualTo(200);

        signIn("demo-admin", "admin/retention" + ORGANIZATION);
        test("erase-entity").click();
        fill("erase-entity-entityId", entity);
        assertThat(test("erase-entity-submit")).hasAttribute("disabled", "");
        fill("erase-entity-again", entity);
        test("erase-entity-submit").click();
        assertThat(test("erase-entity-dialog")).hasCount(0);
        test("erasure").first().click();
        assertThat(test("erasure-drawer")).containsText("an entity");
        String erasure = page.url().replaceAll(".*/retention/([0-9a-f-]+).*", "$1");
        // Senders are refused everywhere first, and the write-ahead log has to let go of what it holds.
        page.waitForCondition(
                () -> admin.get("erasures/" + erasure).path("status").asText().equals("finished"),
                new Page.WaitForConditionOptions().setTimeout(ERASURE_MILLIS));
        page.reload();

        assertThat(test("erasure-drawer")).containsText("finished");
        assertThat(row("erasure-rows", "prediction").locator("td").nth(1)).hasText("2");
        assertThat(row("erasure-rows", "prediction").locator("td").nth(2)).hasText("0");
        assertThat(page.content()).as("the id is kept in no record").doesNotContain(entity);
        for (String id : theirs) {
            assertThat(program.status(predictions + "/" + id)).isEqualTo(404);
        }
        assertThat(program.get(predictions + "/" + another).path("predictionId").asText())
                .isEqualTo(another);
        JsonNode after = admin.get("erasures/" + erasure).path("rowsAfter");
        assertThat(after.size()).isPositive();
        after.forEach(rows -> assertThat(rows.asLong()).isZero());
    }

    @Test
    void theAuditIsFilteredExportedAndProved() throws IOException {
        Instant from = Instant.now().minus(Duration.ofMinutes(5));
        signIn("demo-admin", "admin/teams" + ORGANIZATION);
        test("create-team").click();
        String key = unique("journey");
        fill("create-team-name", "A team for the audit");
        fill("create-team-key", key);
        test("create-team-submit").click();
        row("teams", key).locator("[data-test='delete-team']").click();
        confirm("delete-team-dialog");
        assertThat(row("teams", key)).hasCount(0);

        page.navigate(stack.page("admin/audit" + ORGANIZATION));
        fill("audit-resource", key);
        test("audit-resource").locator("input").press("Enter");
        assertThat(test("audit-row")).hasCount(2);
        assertThat(test("audit-row").first()).containsText("team.removed");
        assertThat(test("audit-row").first()).containsText("127.0.0.1");
        JsonNode entries = admin.get("audit-entries?resourceId=" + key + "&from=" + from + "&to="
                        + Instant.now().plusSeconds(60))
                .path("items");
        assertThat(entries).hasSize(2);
        test("audit-open").first().click();
        assertThat(test("audit-drawer")).containsText("A team for the audit");
        // The browser's own name got through, not that of the program between.
        assertThat(test("audit-drawer")).containsText("Mozilla");
        test("drawer-close").locator("visible=true").click();

        List<String> csv = download("export-csv");
        assertThat(csv).hasSize(3);
        assertThat(csv.get(1) + csv.get(2)).contains("team.created", "team.removed", key);
        List<String> ndjson = download("export-ndjson");
        assertThat(ndjson).hasSize(2).allMatch(line -> line.startsWith("{") && line.contains(key));

        test("verify-audit").click();
        assertThat(test("verdict")).containsText("every link holds");
        long checked = Long.parseLong(test("verdict")
                .innerText()
                .replaceAll("(?s).*?([0-9,]+) entries.*", "$1")
                .replace(",", ""));
        assertThat(checked)
                .isGreaterThanOrEqualTo(entries.path(0).path("sequence").asLong());
    }

    @Test
    void theMenuHoldsWhatThePersonMayOpen() {
        signIn("demo-viewer", "admin/audit" + ORGANIZATION);

        assertThat(test("state-no-permission")).isVisible();
        assertThat(test("admin-menu").locator("a")).hasCount(1);
        assertThat(test("admin-ingestion")).isVisible();
        test("rail-administration").click();
        assertThat(page).hasURL(Pattern.compile(".*/admin/ingestion.*"));
    }

    @Test
    void theOrganizationsColourIsThatOfItsLinks() {
        signIn("demo-admin", "admin/organization" + ORGANIZATION);
        page.getByText("plum").click();
        test("organization-save").click();
        assertThat(page.locator("html[data-accent='plum']")).hasCount(1);
        page.reload();
        assertThat(page.locator("html[data-accent='plum']")).hasCount(1);

        page.getByText("blue").click();
        test("organization-save").click();
        assertThat(page.locator("html[data-accent='blue']")).hasCount(1);
    }

    private List<String> download(String link) throws IOException {
        Download file = page.waitForDownload(() -> test(link).click());
        return Files.readAllLines(file.path());
    }
}
