package io.tidewatch.ui.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** The narrow records of the client against the API document: every property they read must be there. */
class OpenApiContractTest {

    private static final Path DOCUMENT = Path.of("../docs/api/openapi.yaml");

    // The same record reads the rows of the table, which lack these, and one feature, which has them.
    private static final List<String> ONLY_OF_ONE_FEATURE =
            List.of("Drift.features.baseline", "Drift.features.distribution");

    private static Map<String, Object> document = Map.of();

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(Files.exists(DOCUMENT), "the API document is not there yet");
        try (InputStream in = Files.newInputStream(DOCUMENT)) {
            document = new Yaml().load(in);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/me, get, Me",
        "/me/preferences, get, Preferences",
        "/me/preferences, put, Preferences",
        "/me/sessions, get, MySession",
        "/teams, get, Organizations$TeamRef",
        "/models, get, Model",
        "/models, post, Model",
        "/models/{}, get, Model",
        "/models/{}/health, get, Health",
        "/models/{}/versions, get, ModelVersion",
        "/models/{}/baselines, get, Baseline",
        "/models/{}/baselines, post, Baseline",
        "/models/{}/volume, get, Volume",
        "/models/{}/drift, get, Drift",
        "/models/{}/drift/{}, get, Drift$Feature",
        "/models/{}/drift/{}/history, get, DriftHistory$OfFeature",
        "/models/{}/drift-history, get, DriftHistory",
        "/models/{}/performance, get, Performance",
        "/models/{}/predictions, get, StoredPrediction",
        "/models/{}/predictions/{}, get, StoredPrediction",
        "/models/{}/runs, get, Run",
        "/ingestion/accounting, get, Accounting",
        "/ingestion/dead-letters, get, DeadLetter",
        "/ingestion/dead-letters/{}, get, DeadLetter",
        "/ingestion/dead-letters/replays, post, Replay",
        "/ingestion/dead-letters/discards, post, Discard",
        "/models/{}/runs/{}, get, RunDetail",
        "/models/{}/setup, get, Setup",
        "/models/{}/baselines/previews/files, post, FilePreview",
        "/models/{}/baselines/files, post, Baseline",
        "/models/{}/health-checks, get, HealthChecks",
        "/models/{}/health-checks, put, HealthChecks",
        "/models/{}/health-checks, delete, HealthChecks",
        "/models/{}/health-checks/suggestion, get, HealthSuggestion",
        "/models/{}/versions/{}/schema, put, ModelVersion",
        "/api-keys, post, CreatedApiKey",
        "/members, get, Member",
        "/members/{}, get, Member",
        "/group-mappings, get, GroupMapping",
        "/group-mappings, post, GroupMapping",
        "/group-mappings/{}/role, put, GroupMapping",
        "/identity-providers, get, Members$IdentityProvider",
        "/api-keys, get, ApiKey",
        "/api-keys, post, ApiKeys$Created",
        "/api-keys/{}/rotations, post, ApiKeys$Created",
        "/api-keys/{}/limits, put, ApiKey",
        "/audit-entries, get, AuditEntry",
        "/audit-entries/verification, get, AuditVerification",
        "/retention, get, Retentions$Retention",
        "/models/{}/retention, put, Retentions$Retention",
        "/erasures, get, Erasure",
        "/erasures/{}, get, Erasure",
        "/quota, get, QuotaUse",
        "/organization, get, Organizations$Settings",
        "/organization, patch, Organizations$Settings",
        "/teams, post, Organizations$Team",
    })
    void recordsReadOnlyWhatTheApiGives(String path, String method, String record) throws ClassNotFoundException {
        Map<String, Object> schema = answer(path, method);
        Map<String, Object> items = property(schema, "items");
        List<String> missing = new ArrayList<>();

        compare(
                Class.forName("io.tidewatch.ui.client." + record),
                items == null ? schema : list(items),
                record,
                missing);
        missing.removeAll(ONLY_OF_ONE_FEATURE);

        assertThat(missing)
                .as("properties of %s %s that the API document does not have", method, path)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/models, NewModel",
        "/models/{}/baselines, NewBaseline",
        "/ingestion/dead-letters/replays, DeadLetterChoice",
        "/api-keys, NewApiKey",
        "/group-mappings, Members$NewGroupMapping",
        "/api-keys, ApiKeys$NewApiKey"
    })
    void requestsSendOnlyWhatTheApiTakes(String path, String record) throws ClassNotFoundException {
        Map<String, Object> body =
                map(map(operation(path, "post").get("requestBody")).get("content"));
        List<String> missing = new ArrayList<>();

        compare(Class.forName("io.tidewatch.ui.client." + record), media(body), record, missing);

        assertThat(missing).isEmpty();
    }

    private static void compare(Class<?> type, Map<String, Object> schema, String at, List<String> missing) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = jsonName(component);
            Map<String, Object> property = property(schema, name);
            if (property == null) {
                missing.add(at + "." + name);
            } else {
                compareType(component.getGenericType(), property, at + "." + name, missing);
            }
        }
    }

    private static void compareType(Type type, Map<String, Object> schema, String at, List<String> missing) {
        if (type instanceof Class<?> raw && raw.isRecord()) {
            compare(raw, schema, at, missing);
        } else if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            Object inner =
                    List.class.equals(generic.getRawType()) ? schema.get("items") : schema.get("additionalProperties");
            // Free-form values have no schema to compare with.
            if (inner instanceof Map<?, ?> nested && !nested.isEmpty()) {
                compareType(arguments[arguments.length - 1], resolve(map(nested)), at, missing);
            }
        }
    }

    private static String jsonName(RecordComponent component) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null ? component.getName() : renamed.value();
    }

    private static Map<String, Object> answer(String path, String method) {
        Map<String, Object> responses = map(operation(path, method).get("responses"));
        Object success = responses.containsKey("200") ? responses.get("200") : responses.get("201");
        return media(map(resolve(map(success)).get("content")));
    }

    private static Map<String, Object> media(Map<String, Object> content) {
        return resolve(map(map(content.get("application/json")).get("schema")));
    }

    private static Map<String, Object> operation(String wanted, String method) {
        for (Map.Entry<String, Object> path : map(document.get("paths")).entrySet()) {
            String template = path.getKey().replaceFirst("^/api/v1", "").replaceAll("\\{[^}]+}", "{}");
            if (template.equals(wanted)) {
                return map(map(path.getValue()).get(method));
            }
        }
        throw new AssertionError("The API document has no path " + wanted);
    }

    private static Map<String, Object> property(Map<String, Object> schema, String name) {
        Object properties = schema.get("properties");
        if (properties instanceof Map<?, ?> named && named.get(name) instanceof Map<?, ?> property) {
            return resolve(map(property));
        }
        if (schema.get("allOf") instanceof List<?> parts) {
            for (Object part : parts) {
                Map<String, Object> found = property(resolve(map(part)), name);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static Map<String, Object> list(Map<String, Object> array) {
        return resolve(map(array.get("items")));
    }

    /** Follows a reference; of alternatives such as "this or null" the one with content. */
    private static Map<String, Object> resolve(Map<String, Object> schema) {
        if (schema.get("$ref") instanceof String reference) {
            Map<String, Object> target = document;
            for (String part : reference.substring(2).split("/", -1)) {
                target = map(target.get(part));
            }
            return resolve(target);
        }
        for (String choice : List.of("anyOf", "oneOf")) {
            if (schema.get(choice) instanceof List<?> alternatives) {
                for (Object alternative : alternatives) {
                    if (!"null".equals(map(alternative).get("type"))) {
                        return resolve(map(alternative));
                    }
                }
            }
        }
        if (schema.get("allOf") instanceof List<?> parts && parts.size() == 1) {
            return resolve(map(parts.getFirst()));
        }
        return schema;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
