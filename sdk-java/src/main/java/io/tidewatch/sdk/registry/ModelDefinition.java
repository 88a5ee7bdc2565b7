package io.tidewatch.sdk.registry;

import io.tidewatch.sdk.internal.json.JsonWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A model to be registered.
 *
 * @param key short name that is used in addresses and by {@link io.tidewatch.sdk.TidewatchBuilder#model}
 * @param name what people read
 * @param task what the model answers
 * @param team key of the team that owns it
 * @param description more for people, or null
 */
public record ModelDefinition(
        String key,
        String name,
        ModelTask task,
        String team,
        @Nullable String description) {

    /** Refuses nulls. */
    public ModelDefinition {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(team, "team");
    }

    /** A model without description. */
    public ModelDefinition(String key, String name, ModelTask task, String team) {
        this(key, name, task, team, null);
    }

    byte[] toJson() {
        JsonWriter json = new JsonWriter(512).beginObject();
        json.name("key").value(key);
        json.name("name").value(name);
        json.name("task").value(task.wireName());
        json.name("team").value(team);
        RegistryJson.text(json, "description", description);
        return json.endObject().toByteArray();
    }
}
