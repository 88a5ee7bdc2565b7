package io.tidewatch.profile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Contents of baselines that were used lately, up to a bound of memory. They never change, so they never expire. */
@ApplicationScoped
class BaselineCache {

    // Sixteen bytes each: 64 MB.
    private static final long MAX_VALUES = 4_000_000;

    private final Map<BaselineId, BaselineContent> contents = new LinkedHashMap<>(16, 0.75f, true);
    private long values;

    synchronized @Nullable BaselineContent get(BaselineId id) {
        return contents.get(id);
    }

    synchronized void put(BaselineContent content) {
        BaselineContent earlier = contents.put(content.baseline().id(), content);
        values += content.size() - (earlier == null ? 0 : earlier.size());
        Iterator<BaselineContent> oldest = contents.values().iterator();
        while (values > MAX_VALUES && oldest.hasNext()) {
            values -= oldest.next().size();
            oldest.remove();
        }
    }
}
