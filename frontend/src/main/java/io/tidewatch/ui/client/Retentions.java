package io.tidewatch.ui.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** How long events are kept, and erasing them. */
@ApplicationScoped
public class Retentions {

    private final Backend backend;

    /** Retention behind this door. */
    public Retentions(Backend backend) {
        this.backend = backend;
    }

    /** How long events of models without a setting of their own are kept. */
    public Retention ofOrganization(Caller caller) {
        return backend.get(caller, Query.path("/retention"), Retention.class);
    }

    /** How long events of a model are kept. */
    public Retention ofModel(Caller caller, String model) {
        return backend.get(caller, Query.path("/models/{}/retention", model), Retention.class);
    }

    /** Sets the organization's; null goes back to the server's. */
    public Retention setOrganization(Caller caller, @Nullable Integer days) {
        return backend.put(caller, Query.path("/retention"), Collections.singletonMap("days", days), Retention.class);
    }

    /** Sets a model's; null goes back to the organization's. */
    public Retention setModel(Caller caller, String model, @Nullable Integer days) {
        return backend.put(
                caller,
                Query.path("/models/{}/retention", model),
                Collections.singletonMap("days", days),
                Retention.class);
    }

    /** One page of erasures, newest first. */
    public Page<Erasure> erasures(Caller caller, @Nullable String cursor) {
        return backend.get(
                caller,
                Query.path("/erasures").with("limit", Page.SIZE).with("cursor", cursor),
                new TypeReference<>() {});
    }

    /** One erasure. */
    public Erasure erasure(Caller caller, String id) {
        return backend.get(caller, Query.path("/erasures/{}", id), Erasure.class);
    }

    /** Erases everything about an entity. */
    public Erasure eraseEntity(Caller caller, String entityId) {
        return backend.post(caller, Query.path("/erasures"), Map.of("entityId", entityId), Erasure.class);
    }

    /** Erases the organization, whose key is the confirmation, after a time of grace. */
    public Erasure eraseOrganization(Caller caller, String confirmation) {
        return backend.post(caller, Query.path("/erasures"), Map.of("confirmation", confirmation), Erasure.class);
    }

    /** Cancels an erasure that has not begun. */
    public Erasure cancel(Caller caller, String id) {
        return backend.delete(caller, Query.path("/erasures/{}", id), Erasure.class);
    }

    /** How long events are kept, and whose setting that is: model, organization or server. */
    public record Retention(int days, String source) {}
}
