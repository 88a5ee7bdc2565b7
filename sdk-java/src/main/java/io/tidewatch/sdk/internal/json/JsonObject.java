package io.tidewatch.sdk.internal.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object that was read. The getters answer {@code null} or the fallback if a member is absent or of another type:
 * a newer server may say more, and other, than this client knows.
 */
public record JsonObject(Map<String, @Nullable Object> members) {

    /** Keeps the order of the text. */
    public JsonObject {
        members = Collections.unmodifiableMap(members);
    }

    /** The string member, or null. */
    public @Nullable String string(String name) {
        return members.get(name) instanceof String value ? value : null;
    }

    /** The string member, or the fallback. */
    public String string(String name, String fallback) {
        return members.get(name) instanceof String value ? value : fallback;
    }

    /** The whole-number member, or the fallback. */
    public long number(String name, long fallback) {
        return members.get(name) instanceof Long value ? value : fallback;
    }

    /** The object member, or null. */
    public @Nullable JsonObject object(String name) {
        return members.get(name) instanceof JsonObject value ? value : null;
    }

    /** The objects in the array member; empty if there is none. */
    public List<JsonObject> objects(String name) {
        List<JsonObject> objects = new ArrayList<>();
        if (members.get(name) instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof JsonObject object) {
                    objects.add(object);
                }
            }
        }
        return objects;
    }

    /** The strings in the array member; empty if there is none. */
    public List<String> strings(String name) {
        List<String> strings = new ArrayList<>();
        if (members.get(name) instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof String string) {
                    strings.add(string);
                }
            }
        }
        return strings;
    }
}
