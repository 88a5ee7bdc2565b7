package io.tidewatch.identity;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.problem.ErrorCode;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** The public keys of providers, as each publishes them; asked for anew after a while, and for a key that is unknown. */
@ApplicationScoped
class ProviderKeys {

    private static final Duration KEPT = Duration.ofMinutes(10);
    /** Nobody can make us ask more often by naming unknown keys. */
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Map<URI, Kept> kept = new ConcurrentHashMap<>();

    ProviderKeys(Clock clock) {
        this.clock = clock;
    }

    /**
     * The keys behind a discovery document.
     *
     * @param keyId the key that is wanted
     * @return fails with {@code identity-provider-unavailable}
     */
    Uni<List<JsonWebKey>> keys(URI discovery, String keyId) {
        Kept known = kept.get(discovery);
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.at().plus(known.has(keyId) ? KEPT : AT_MOST_EVERY))) {
            return Uni.createFrom().item(known.keys());
        }
        return get(discovery)
                .map(document -> URI.create(document.getString("jwks_uri")))
                .chain(this::get)
                .map(ProviderKeys::parse)
                .invoke(keys -> kept.put(discovery, new Kept(keys, now)))
                .onFailure()
                .transform(failure ->
                        ErrorCode.IDENTITY_PROVIDER_UNAVAILABLE.problem().causedBy(failure));
    }

    private Uni<JsonObject> get(URI address) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .build();
        return Uni.createFrom()
                .completionStage(() -> http.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                .map(answer -> {
                    if (answer.statusCode() != 200) {
                        throw new DecodeException(address + " answers " + answer.statusCode());
                    }
                    return new JsonObject(answer.body());
                });
    }

    private static List<JsonWebKey> parse(JsonObject document) {
        try {
            return new JsonWebKeySet(document.encode()).getJsonWebKeys();
        } catch (JoseException e) {
            throw new DecodeException("No key set", e);
        }
    }

    private record Kept(List<JsonWebKey> keys, Instant at) {

        private boolean has(String keyId) {
            return keys.stream().anyMatch(key -> keyId.equals(key.getKeyId()));
        }
    }
}
