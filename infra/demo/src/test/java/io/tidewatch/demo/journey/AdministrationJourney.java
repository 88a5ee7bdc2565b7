package io.tidewatch.demo.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the journeys of an admin share: each makes a team, a key and a model of its own, so that none meets another's. */
abstract class AdministrationJourney extends Journey {

    static final String ORGANIZATION = "?org=" + DemoStack.AIRLINE;

    /** REST as the admin of the organization. */
    final Rest admin;

    AdministrationJourney(DemoStack stack) {
        super(stack);
        admin = stack.person("demo-admin", DemoStack.AIRLINE);
    }

    /** A name that nothing else has. */
    static String unique(String word) {
        return word + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Makes a team; its name is its key. */
    String team() {
        String key = unique("journey");
        admin.post("teams", Map.of("key", key, "name", key));
        return key;
    }

    /** Makes a key of a team that may do everything. */
    Rest program(String team) {
        return stack.program(admin.post(
                        "api-keys", Map.of("name", team, "team", team, "scopes", List.of("ingest", "read", "manage")))
                .path("key")
                .asText());
    }

    /** Registers a model of the program's team with a version; its name is its key. */
    String model(Rest program, String team) {
        String key = unique("model");
        program.post("models", Map.of("key", key, "name", key, "task", "regression", "team", team));
        program.post(
                "models/" + key + "/versions",
                Map.of(
                        "version",
                        "1",
                        "schema",
                        Map.of("features", List.of(Map.of("name", "distance", "type", "float64")))));
        return key;
    }

    /** One prediction about somebody. */
    static Map<String, Object> prediction(String id, String entity) {
        return Map.of(
                "predictionId",
                id,
                "version",
                "1",
                "occurredAt",
                Instant.now().toString(),
                "entityId",
                entity,
                "features",
                Map.of("distance", 12.5),
                "prediction",
                Map.of("value", 3.5));
    }

    /** Predictions as a program sends them. */
    static Map<String, Object> batch(int count) {
        return Map.of(
                "predictions",
                java.util.stream.IntStream.range(0, count)
                        .mapToObj(i -> prediction(UUID.randomUUID().toString(), "somebody"))
                        .toList());
    }

    /** A row of a table. */
    Locator row(String table, String key) {
        return page.locator("[data-test='" + table + "-row'][data-key='" + key + "']");
    }

    /** Types into a field. */
    void fill(String field, String text) {
        test(field).locator("input").fill(text);
    }

    /** Chooses one of the options of a select. */
    void choose(Locator select, String option) {
        select.click();
        page.locator("vaadin-select-list-box vaadin-select-item")
                .locator("visible=true")
                .filter(new Locator.FilterOptions().setHasText(option))
                .first()
                .click();
    }

    /** Confirms what was asked. */
    void confirm(String dialog) {
        Locator asked = page.locator("[data-test='" + dialog + "']");
        asked.locator("vaadin-button[slot='confirm-button']").click();
        assertThat(asked).hasCount(0);
    }
}
