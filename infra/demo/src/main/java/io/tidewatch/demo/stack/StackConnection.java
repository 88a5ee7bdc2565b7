package io.tidewatch.demo.stack;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * What the demo needs to know of a running stack.
 *
 * @param api address of the backend
 * @param clickhouse HTTP address of the ClickHouse engine
 * @param apiKeys keys for programs
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StackConnection(URI api, URI clickhouse, List<ApiKey> apiKeys) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * A key that acts for one team.
     *
     * @param organization key of the organization
     * @param team key of the team
     * @param key the secret to send
     * @param scopes what the key may do
     */
    public record ApiKey(String organization, String team, String key, List<String> scopes) {}

    /** Reads {@code stack.json}. */
    public static StackConnection read(Path file) throws IOException {
        return JSON.readValue(file.toFile(), StackConnection.class);
    }

    /**
     * The key with which the demo acts for a team.
     *
     * @throws IOException if the stack was started without the demo's accounts
     */
    public String apiKey(String organization, String team) throws IOException {
        return apiKeys.stream()
                .filter(key ->
                        key.organization().equals(organization) && key.team().equals(team))
                .filter(key -> key.scopes().containsAll(List.of("ingest", "read", "manage")))
                .map(ApiKey::key)
                .findFirst()
                .orElseThrow(() -> new IOException(
                        "The stack has no API key for team %s of %s: it was started without the demo's accounts"
                                .formatted(team, organization)));
    }
}
