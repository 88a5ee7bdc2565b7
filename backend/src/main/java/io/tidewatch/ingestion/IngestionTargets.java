package io.tidewatch.ingestion;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.registry.ModelService;
import io.tidewatch.registry.ModelVersion;
import io.tidewatch.registry.ModelVersionService;
import io.tidewatch.registry.RegisteredModel;
import io.tidewatch.registry.VersionRegistered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The models that events are sent to, kept for two seconds: a busy sender would otherwise cost two look-ups per request.
 * Whether the caller may send is decided anew each time.
 */
@ApplicationScoped
class IngestionTargets {

    private static final Duration KEPT = Duration.ofSeconds(2);
    private static final int MAX_KEPT = 10_000;

    private final ModelService models;
    private final ModelVersionService versions;
    private final Clock clock;
    private final Map<Key, Target> known = new ConcurrentHashMap<>();

    IngestionTargets(ModelService models, ModelVersionService versions, Clock clock) {
        this.models = models;
        this.versions = versions;
        this.clock = clock;
    }

    /** The model of a request; fails with {@code model-not-found} or {@code forbidden}. */
    Uni<VersionCatalog> find(Caller caller, String modelKey) {
        Key key = new Key(caller.organization(), modelKey);
        Target target = known.get(key);
        if (target != null
                && clock.instant().isBefore(target.until())
                && target.model().isEditableBy(caller)) {
            return Uni.createFrom().item(target.catalog());
        }
        return models.writable(caller, modelKey)
                .chain(model -> versions.all(caller.organization(), model.id()).map(found -> keep(key, model, found)));
    }

    /** A version can be used at once, at least on the backend that registered it. */
    void forget(@Observes VersionRegistered event) {
        known.remove(new Key(event.organization(), event.modelKey()));
    }

    /** The same model with these versions. */
    static VersionCatalog with(VersionCatalog catalog, List<ModelVersion> versions) {
        return new VersionCatalog(
                catalog.organization(), catalog.model(), catalog.task(), catalog.createdAt(), byName(versions));
    }

    private static Map<String, ModelVersion> byName(List<ModelVersion> versions) {
        return versions.stream().collect(Collectors.toMap(ModelVersion::version, Function.identity()));
    }

    private VersionCatalog keep(Key key, RegisteredModel model, List<ModelVersion> versions) {
        VersionCatalog catalog =
                new VersionCatalog(key.organization(), model.id(), model.task(), model.createdAt(), byName(versions));
        if (known.size() >= MAX_KEPT) {
            known.clear();
        }
        known.put(key, new Target(model, catalog, clock.instant().plus(KEPT)));
        return catalog;
    }

    private record Key(OrganizationId organization, String modelKey) {}

    private record Target(RegisteredModel model, VersionCatalog catalog, Instant until) {}
}
