package io.tidewatch.sdk.registry;

import io.tidewatch.sdk.internal.http.Answer;
import io.tidewatch.sdk.internal.http.HttpTransport;
import io.tidewatch.sdk.internal.http.ProblemText;
import io.tidewatch.sdk.internal.http.Request;
import io.tidewatch.sdk.internal.http.Transport;
import io.tidewatch.sdk.internal.http.UrlPath;
import io.tidewatch.sdk.internal.json.JsonObject;
import io.tidewatch.sdk.internal.json.JsonReader;
import io.tidewatch.sdk.internal.json.JsonSyntaxException;
import io.tidewatch.sdk.internal.json.JsonWriter;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Registers models and versions and pins baselines, for deployment scripts, training jobs and CI. Unlike
 * {@link io.tidewatch.sdk.Tidewatch}, it waits for the server and throws: {@link RegistryRefusedException} if the server says
 * no, {@link RegistryUnavailableException} if there is no answer. Every call may be repeated safely.
 *
 * {@snippet class="io.tidewatch.sdk.examples.Examples" region="registration"}
 */
public final class ModelRegistry implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Transport transport;
    private final Duration timeout;

    private ModelRegistry(Transport transport, Duration timeout) {
        this.transport = transport;
        this.timeout = timeout;
    }

    /**
     * A registry client; nothing is sent yet.
     *
     * @param endpoint address of the Tidewatch server, without {@code /api/v1}
     * @param apiKey API key with the scope {@code manage}
     */
    public static ModelRegistry connect(URI endpoint, String apiKey) {
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(apiKey, "apiKey");
        return new ModelRegistry(new HttpTransport(endpoint, apiKey, TIMEOUT, builder -> {}), TIMEOUT);
    }

    static ModelRegistry over(Transport transport) {
        return new ModelRegistry(transport, TIMEOUT);
    }

    /**
     * The same registry with another limit for each of its requests (60 seconds); a call makes up to three. Closing either
     * closes both.
     */
    public ModelRegistry withTimeout(Duration request) {
        return new ModelRegistry(transport, request);
    }

    /**
     * Registers the model, unless there is one with that key; an existing one is left as it is.
     *
     * @return whether it was created now
     */
    public boolean createModelIfAbsent(ModelDefinition model) {
        return createIfAbsent("model " + model.key(), model(model.key()), "models", model.toJson());
    }

    /**
     * Registers the version, unless the model has one of that name; an existing one is left as it is.
     *
     * @return whether it was created now
     */
    public boolean createVersionIfAbsent(String modelKey, VersionDefinition version) {
        String versions = model(modelKey) + "/versions";
        return createIfAbsent(
                "version " + version.version() + " of model " + modelKey,
                versions + "/" + UrlPath.segment(version.version()),
                versions,
                version.toJson());
    }

    /**
     * Summarizes the predictions of a window and makes the summary the baseline that later data is compared with.
     *
     * @param version whose predictions, or null for all of the model's
     * @param name what people will read, or null to let the server find one
     */
    public PinnedBaseline pinBaseline(
            String modelKey, Instant from, Instant to, @Nullable String version, @Nullable String name) {
        JsonWriter json = new JsonWriter(256).beginObject();
        json.name("from").value(from.toString());
        json.name("to").value(to.toString());
        RegistryJson.text(json, "version", version);
        RegistryJson.text(json, "name", name);
        byte[] body = json.endObject().toByteArray();
        String what = "baseline of model " + modelKey;
        Answer answer = send(what, Request.post(model(modelKey) + "/baselines", body, false));
        if (!answer.successful()) {
            throw refused(what, answer);
        }
        JsonObject baseline = parse(what, answer);
        return new PinnedBaseline(
                baseline.string("id", ""), baseline.string("name", ""), baseline.number("predictionCount", 0));
    }

    /** Ends the connection. */
    @Override
    public void close() {
        transport.close();
    }

    private boolean createIfAbsent(String what, String path, String collection, byte[] body) {
        Answer found = send(what, Request.get(path));
        if (found.successful()) {
            return false;
        }
        if (found.status() != 404) {
            throw refused(what, found);
        }
        Answer created = send(what, Request.post(collection, body, false));
        if (created.status() == 409 && send(what, Request.get(path)).successful()) {
            // Somebody else was faster.
            return false;
        }
        if (!created.successful()) {
            throw refused(what, created);
        }
        return true;
    }

    private Answer send(String what, Request request) {
        try {
            Answer answer = transport.send(request, timeout);
            if (answer.status() >= 500 || answer.status() == 429) {
                throw new RegistryUnavailableException(what + ": the server answered " + answer.status(), null);
            }
            return answer;
        } catch (IOException e) {
            throw new RegistryUnavailableException(what + ": no answer from the server (" + e + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException(what + ": interrupted while waiting for the server", e);
        }
    }

    private static RegistryRefusedException refused(String what, Answer answer) {
        ProblemText problem = ProblemText.of(answer);
        return new RegistryRefusedException(
                what, answer.status(), problem.code(), problem.detail(), problem.violations());
    }

    private static JsonObject parse(String what, Answer answer) {
        try {
            return JsonReader.readObject(answer.body());
        } catch (JsonSyntaxException e) {
            throw new RegistryUnavailableException(what + ": the answer is not Tidewatch's", e);
        }
    }

    private static String model(String key) {
        return "models/" + UrlPath.segment(key);
    }
}
