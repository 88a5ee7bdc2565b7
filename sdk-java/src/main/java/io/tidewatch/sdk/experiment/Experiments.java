package io.tidewatch.sdk.experiment;

import io.tidewatch.sdk.internal.http.Answer;
import io.tidewatch.sdk.internal.http.HttpTransport;
import io.tidewatch.sdk.internal.http.ProblemText;
import io.tidewatch.sdk.internal.http.Request;
import io.tidewatch.sdk.internal.http.Transport;
import io.tidewatch.sdk.internal.http.UrlPath;
import io.tidewatch.sdk.registry.ModelRegistry;
import io.tidewatch.sdk.registry.RegistryRefusedException;
import io.tidewatch.sdk.registry.RegistryUnavailableException;
import io.tidewatch.sdk.registry.VersionDefinition;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Logs the runs of one model and registers the versions that come of them:
 *
 * {@snippet class="io.tidewatch.sdk.examples.Examples" region="experiment"}
 *
 * <p><b>What waits:</b> {@link #log(ExperimentRun)} and {@link #register(VersionDefinition)}, and nothing else. They send on the
 * calling thread, try again while the server is away, for {@link #DEFAULT_TIMEOUT} unless told otherwise, and answer with an
 * {@link Outcome}: they never throw. Both may be called again with the same run or version: the server keeps it once.
 * Interrupting the thread ends the wait and leaves it interrupted. After {@link #connect} no method throws.
 */
public final class Experiments implements AutoCloseable {

    /** How long calls that wait do so, all attempts and pauses together, unless told otherwise. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);

    private static final String CLOSED = "the client is closed";
    private static final int REQUESTS_OF_A_REGISTRATION = 3;

    private final String model;
    private final Transport transport;
    private final ModelRegistry registry;
    private final Patience patience;
    private final Clock clock;
    private volatile boolean closed;

    private Experiments(String model, Transport transport, ModelRegistry registry, Patience patience, Clock clock) {
        this.model = model;
        this.transport = transport;
        this.registry = registry;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * A client for a model's experiments; nothing is sent yet.
     *
     * @param endpoint address of the Tidewatch server, without {@code /api/v1}
     * @param apiKey API key with the scope {@code manage}
     * @param model key of the model, as registered
     */
    public static Experiments connect(URI endpoint, String apiKey, String model) {
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(apiKey, "apiKey");
        Objects.requireNonNull(model, "model");
        return new Experiments(
                model,
                new HttpTransport(endpoint, apiKey, Duration.ofSeconds(60), builder -> {}),
                ModelRegistry.connect(endpoint, apiKey),
                Patience.real(),
                Clock.systemUTC());
    }

    /**
     * A client set up by {@code TIDEWATCH_ENDPOINT}, {@code TIDEWATCH_API_KEY} and {@code TIDEWATCH_MODEL}.
     *
     * @throws IllegalArgumentException if a variable is missing or the address cannot be used
     */
    public static Experiments fromEnvironment() {
        return from(System.getenv());
    }

    static Experiments from(Map<String, String> variables) {
        return connect(
                URI.create(required(variables, "TIDEWATCH_ENDPOINT").strip()),
                required(variables, "TIDEWATCH_API_KEY").strip(),
                required(variables, "TIDEWATCH_MODEL").strip());
    }

    private static String required(Map<String, String> variables, String name) {
        String value = variables.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }

    static Experiments over(String model, Transport transport, ModelRegistry registry, Patience patience, Clock clock) {
        return new Experiments(model, transport, registry, patience, clock);
    }

    /** Starts a run that makes a model; sends nothing. */
    public ExperimentRun training(@Nullable String name) {
        return new ExperimentRun(RunKind.TRAINING, name, clock);
    }

    /** Starts a run that measures a model; sends nothing. */
    public ExperimentRun validation(@Nullable String name) {
        return new ExperimentRun(RunKind.VALIDATION, name, clock);
    }

    /** Logs a run, ending it if it goes on. Waits, at most {@link #DEFAULT_TIMEOUT}. */
    public Outcome log(ExperimentRun run) {
        return log(run, DEFAULT_TIMEOUT);
    }

    /** Logs a run, ending it if it goes on. Waits, at most about {@code timeout}. */
    public Outcome log(ExperimentRun run, Duration timeout) {
        String what = "run " + run.id();
        byte[] body = run.succeed().toJson();
        List<String> leftOut = run.leftOut();
        String path = "models/" + UrlPath.segment(model) + "/runs";
        return patience.attempt(what, timeout, left -> {
            if (closed) {
                return new Outcome.Unavailable(what, CLOSED);
            }
            Answer answer = transport.send(Request.post(path, body, false), left);
            if (answer.successful()) {
                return new Outcome.Stored(what, leftOut);
            }
            if (answer.status() >= 500 || answer.status() == 429) {
                throw new Patience.AgainException("the server answered " + answer.status(), answer.retryAfter());
            }
            ProblemText problem = ProblemText.of(answer);
            return new Outcome.Refused(what, answer.status(), problem.code(), problem.detail(), problem.violations());
        });
    }

    /** Registers a version, unless the model has one of that name. Waits, at most {@link #DEFAULT_TIMEOUT}. */
    public Outcome register(VersionDefinition version) {
        return register(version, DEFAULT_TIMEOUT);
    }

    /** Registers a version, unless the model has one of that name. Waits, at most about {@code timeout}. */
    public Outcome register(VersionDefinition version, Duration timeout) {
        String what = "version " + version.version();
        return patience.attempt(what, timeout, left -> {
            if (closed) {
                return new Outcome.Unavailable(what, CLOSED);
            }
            try {
                boolean unused = registry.withTimeout(left.dividedBy(REQUESTS_OF_A_REGISTRATION))
                        .createVersionIfAbsent(model, version);
                return new Outcome.Stored(what, List.of());
            } catch (RegistryRefusedException e) {
                return new Outcome.Refused(what, e.status(), e.code(), e.detail(), e.violations());
            } catch (RegistryUnavailableException e) {
                throw new Patience.AgainException(String.valueOf(e.getMessage()), null);
            }
        });
    }

    /** Ends the connections. A call that waits gives up at its next attempt. */
    @Override
    public void close() {
        closed = true;
        transport.close();
        registry.close();
    }
}
