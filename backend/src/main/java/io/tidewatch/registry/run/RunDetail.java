package io.tidewatch.registry.run;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A run with its large parts. */
record RunDetail(
        Run run,
        Map<String, List<SeriesPoint>> series,
        @Nullable DatasetProfile profile) {

    RunDetail {
        series = Collections.unmodifiableMap(new TreeMap<>(series));
    }
}
