package io.tidewatch.local.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidewatch.local.LocalStackException;
import io.tidewatch.local.accounts.SignIn.TeamRole;
import io.tidewatch.local.process.Secrets;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made of an accounts file, against golden files in src/test/resources/golden. */
class AccountsFilesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final URI ISSUER = URI.create("http://127.0.0.1:8082/realms/tidewatch");

    @TempDir
    Path folder;

    private final Accounts accounts = Accounts.read(GOLDEN.resolve("accounts.json"));

    @Test
    void realm() throws Exception {
        RealmImport realm = RealmImport.from(accounts, URI.create("http://127.0.0.1:8080/"), "frontend-secret");

        assertGolden("realm.json", realm.json());
    }

    @Test
    void bootstrapFileCarriesHashesButNoSecret() throws Exception {
        List<ApiKeys.Issued> keys = List.of(
                new ApiKeys.Issued("first", "red", "robot", List.of("ingest"), "abcdefghijklmnop", "a".repeat(40)));

        String json = BootstrapFile.json(accounts, ISSUER, keys);

        assertGolden("bootstrap.json", json);
        assertThat(json).doesNotContain("a".repeat(40));
    }

    @Test
    void apiKeysStayTheSameAndHaveTheirForm() {
        List<ApiKeys.Issued> first = ApiKeys.of(accounts, Secrets.in(folder));
        List<ApiKeys.Issued> second = ApiKeys.of(accounts, Secrets.in(folder));

        assertThat(second).isEqualTo(first).hasSize(1);
        assertThat(first.getFirst().value()).matches("tw_[a-z0-9]{16}_[A-Za-z0-9]{40}");
        assertThat(first.getFirst().secretHash()).matches("[0-9a-f]{64}");
    }

    @Test
    void signInsNameOrganizationAndRole() {
        assertThat(SignIn.of(accounts))
                .containsExactly(
                        new SignIn("boss", "pw", "first", List.of("organization-admin"), List.of()),
                        new SignIn("both", "pw", "first", List.of("editor"), List.of(new TeamRole("red", "editor"))),
                        new SignIn("both", "pw", "second", List.of("viewer"), List.of(new TeamRole("blue", "viewer"))));
    }

    @Test
    void aMappingToAnUnknownTeamIsRefused() throws Exception {
        assertRefused("\"team\": \"red\", \"role\"", "\"team\": \"green\", \"role\"", "green");
    }

    @Test
    void aMappingWithoutMeaningIsRefused() throws Exception {
        assertRefused("\"organizationAdmin\": true", "\"organizationAdmin\": false", "first-admins");
    }

    @Test
    void anUnknownPropertyIsRefused() throws Exception {
        assertRefused("\"password\"", "\"passwort\"", "passwort");
    }

    private void assertRefused(String valid, String invalid, String named) throws IOException {
        String text = Files.readString(GOLDEN.resolve("accounts.json"));
        assertThat(text).contains(valid);
        Path file = folder.resolve("accounts.json");
        Files.writeString(file, text.replace(valid, invalid));

        assertThatThrownBy(() -> Accounts.read(file))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(named);
    }

    private static void assertGolden(String name, String actual) throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode expected = json.readTree(GOLDEN.resolve(name).toFile());
        assertThat(json.readTree(actual).toPrettyString()).isEqualTo(expected.toPrettyString());
    }
}
