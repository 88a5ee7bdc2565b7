package io.tidewatch.sdk.registry;

import io.tidewatch.sdk.internal.json.JsonWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small pieces that definitions share when they write themselves. */
final class RegistryJson {

    private RegistryJson() {}

    static void text(JsonWriter json, String name, @Nullable String value) {
        if (value != null) {
            json.name(name).value(value);
        }
    }

    static void strings(JsonWriter json, List<String> values) {
        json.beginArray();
        values.forEach(json::value);
        json.endArray();
    }
}
