package io.tidewatch.demo.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Keys, teams, groups and roles: what an admin does in the UI takes effect on programs and on other people. */
class AdministrationJourneyTest extends AdministrationJourney {

    private static final Pattern SECRET = Pattern.compile("tw_[a-z0-9]{16}_[A-Za-z0-9]{40}");

    AdministrationJourneyTest(DemoStack stack) {
        super(stack);
    }

    @Test
    void aKeySendsThroughItsRotationUntilItIsRevoked() {
        String team = team();
        String model = model(program(team), team);
        String predictions = "models/" + model + "/predictions";
        String name = unique("key");
        signIn("demo-admin", "admin/api-keys" + ORGANIZATION);
        test("create-key").click();
        fill("create-key-name", name);
        choose(test("create-key-team"), team);
        test("create-key-submit").click();
        Rest first = stack.program(secret());
        Locator row = row("keys", name);
        assertThat(row).containsText("ingest");
        assertThat(first.tryPost(predictions, batch(1)).statusCode()).isEqualTo(202);
        assertThat(first.status("models/" + model)).as("no scope to read").isEqualTo(403);

        row.locator("[data-test='rotate']").click();
        test("rotate-key-submit").click();
        Rest second = stack.program(secret());
        assertThat(first.tryPost(predictions, batch(1)).statusCode())
                .as("old secret during the overlap")
                .isEqualTo(202);
        assertThat(second.tryPost(predictions, batch(1)).statusCode()).isEqualTo(202);
        assertThat(row).containsText("Two secrets until");

        row.locator("[data-test='end-old']").click();
        confirm("end-old-dialog");
        assertThat(row.locator("[data-test='rotate']")).isVisible();
        awaitStatus(first, predictions, 401);
        assertThat(second.tryPost(predictions, batch(1)).statusCode()).isEqualTo(202);

        row.locator("[data-test='revoke']").click();
        confirm("revoke-dialog");
        assertThat(row).hasCount(0);
        awaitStatus(second, predictions, 401);
        test("ended-keys").click();
        assertThat(row).containsText("Revoked");
    }

    @Test
    void aLimitOfAKeyHoldsThatKeyAndIsShown() {
        String team = team();
        Rest program = program(team);
        Rest neighbour = program(team);
        String predictions = "models/" + model(program, team) + "/predictions";
        String name = unique("key");
        signIn("demo-admin", "admin/api-keys" + ORGANIZATION);
        test("create-key").click();
        fill("create-key-name", name);
        choose(test("create-key-team"), team);
        test("create-key-submit").click();
        Rest limited = stack.program(secret());

        row("keys", name).locator("[data-test='limits']").click();
        fill("limit-key-eventsPerSecond", "1");
        fill("limit-key-eventBurst", "2");
        test("limit-key-submit").click();

        assertThat(row("keys", name)).containsText("1 events/s");
        assertThat(key(name).path("limits").path("eventsPerSecond").asInt()).isEqualTo(1);
        assertThat(key(name).path("limits").path("eventBurst").asInt()).isEqualTo(2);
        page.waitForCondition(() -> limited.tryPost(predictions, batch(20)).statusCode() == 429);
        var refused = limited.tryPost(predictions, batch(1));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("key-events");
        assertThat(refused.headers().firstValueAsLong("Retry-After")).isPresent();
        assertThat(neighbour.tryPost(predictions, batch(20)).statusCode()).isEqualTo(202);

        row("keys", name).locator("[data-test='limits']").click();
        fill("limit-key-eventsPerSecond", "");
        fill("limit-key-eventBurst", "");
        test("limit-key-submit").click();
        assertThat(row("keys", name)).not().containsText("events/s");
        page.waitForCondition(() -> limited.tryPost(predictions, batch(20)).statusCode() == 202);
    }

    @Test
    void aTeamIsMadeSeesASharedModelAndIsDeletedOnceItOwnsNothing() {
        String owner = team();
        String model = model(program(owner), owner);
        String guest = unique("guests");
        signIn("demo-admin", "admin/teams" + ORGANIZATION);
        test("create-team").click();
        fill("create-team-name", "Guests of a journey");
        fill("create-team-key", guest);
        test("create-team-submit").click();
        assertThat(row("teams", guest)).containsText("Guests of a journey");
        assertThat(hasTeam(guest)).isTrue();
        Rest theirs = program(guest);
        assertThat(theirs.status("models/" + model)).isEqualTo(404);

        test("team-" + guest).click();
        choose(test("share-model"), model);
        test("share-submit").click();
        assertThat(row("shared", model)).containsText(owner);
        assertThat(theirs.get("models/" + model).path("team").path("key").asText())
                .isEqualTo(owner);
        assertThat(theirs.delete("models/" + model + "/shares/" + guest))
                .as("looking is no changing")
                .isEqualTo(403);

        row("shared", model).locator("[data-test='unshare']").click();
        assertThat(row("shared", model)).hasCount(0);
        assertThat(theirs.status("models/" + model)).isEqualTo(404);

        row("teams", guest).locator("[data-test='delete-team']").click();
        confirm("delete-team-dialog");
        assertThat(page.getByText("Team " + guest + " still owns 1 working API key.")
                        .first())
                .isVisible();
        assertThat(hasTeam(guest)).as("a key of it works").isTrue();
        admin.delete("api-keys/" + key(guest).path("id").asText());
        row("teams", guest).locator("[data-test='delete-team']").click();
        confirm("delete-team-dialog");
        assertThat(row("teams", guest)).hasCount(0);
        assertThat(hasTeam(guest)).isFalse();
    }

    @Test
    void aGroupGivesARightFromTheNextTokenUntilItsMappingIsRemoved() {
        String team = team();
        String model = "models/" + model(program(team), team);
        assertThat(network().status(model)).isEqualTo(404);

        signIn("demo-admin", "admin/groups" + ORGANIZATION);
        test("map-group").first().click();
        fill("map-group-group", "demo-airline-network-editors");
        choose(test("map-group-team"), team);
        test("map-group-submit").click();
        Locator mapping = test("groups-row").filter(new Locator.FilterOptions().setHasText(team));
        assertThat(mapping).hasCount(1);
        assertThat(network().get(model).path("access").path("edit").asBoolean()).isFalse();

        choose(mapping.locator("[data-test='group-role']"), "editor");
        assertThat(page.getByText("demo-airline-network-editors gives editor now.")
                        .first())
                .isVisible();
        assertThat(network().get(model).path("access").path("edit").asBoolean()).isTrue();

        mapping.locator("[data-test='remove-mapping']").click();
        confirm("remove-mapping-dialog");
        assertThat(mapping).hasCount(0);
        assertThat(network().status(model)).isEqualTo(404);
        assertThat(network()
                        .get("models/delay-minutes")
                        .path("access")
                        .path("edit")
                        .asBoolean())
                .as("the group's other mapping stays")
                .isTrue();
    }

    @Test
    void aRoleIsGivenUndoneChangedAndTaken() {
        String team = team();
        String model = "models/" + model(program(team), team);
        assertThat(network().status(model)).isEqualTo(404);

        signIn("demo-admin", "admin/members" + ORGANIZATION);
        fill("member-search", "demo network");
        assertThat(test("members-row")).hasCount(1);
        test("member").click();
        Locator role = page.locator("[data-test='member-team'][data-key='" + team + "']");
        choose(test("give-team"), team);
        test("give-submit").click();
        assertThat(role).containsText("viewer, given here");
        assertThat(network().status(model)).isEqualTo(200);

        test("undo").last().click();
        assertThat(role).hasCount(0);
        assertThat(network().status(model)).isEqualTo(404);

        choose(test("give-team"), team);
        test("give-submit").click();
        choose(role.locator("[data-test='member-role']"), "editor");
        assertThat(role).containsText("editor, given here");
        assertThat(network().get(model).path("access").path("edit").asBoolean()).isTrue();

        role.locator("[data-test='member-remove']").click();
        assertThat(role).hasCount(0);
        assertThat(network().status(model)).isEqualTo(404);
    }

    /** REST as somebody of another team, with a token that is new. */
    private Rest network() {
        return stack.person("demo-network", DemoStack.AIRLINE);
    }

    /** Reads the secret that is shown once, and closes its dialog. */
    private String secret() {
        String secret = test("secret").innerText().strip();
        assertThat(secret).matches(SECRET);
        test("secret-done").click();
        assertThat(test("secret")).hasCount(0);
        assertThat(page.content()).doesNotContain(secret);
        return secret;
    }

    private JsonNode key(String name) {
        return StreamSupport.stream(
                        admin.get("api-keys?limit=200").path("items").spliterator(), false)
                .filter(key -> key.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private boolean hasTeam(String key) {
        return StreamSupport.stream(admin.get("teams?limit=200").path("items").spliterator(), false)
                .anyMatch(team -> team.path("key").asText().equals(key));
    }

    /** Backends remember a key for some seconds. */
    private void awaitStatus(Rest program, String path, int status) {
        page.waitForCondition(() -> program.tryPost(path, batch(1)).statusCode() == status);
        assertThat(program.tryPost(path, batch(1)).statusCode()).isEqualTo(status);
    }
}
