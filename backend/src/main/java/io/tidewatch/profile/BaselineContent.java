package io.tidewatch.profile;

import java.util.List;
import java.util.Map;

/**
 * Everything that comparisons with a baseline need.
 *
 * @param values values by name of a variable
 * @param blocks by name of a variable, its values per bin in each unit of time of the reference; empty if it is too short
 */
public record BaselineContent(Baseline baseline, Map<String, ValueCounts> values, Map<String, List<long[]>> blocks) {

    public BaselineContent {
        values = Map.copyOf(values);
        blocks = Map.copyOf(blocks);
    }

    /** About how many values are held in memory. */
    long size() {
        long size = 0;
        for (ValueCounts counts : values.values()) {
            size += switch (counts) {
                case NumberCounts numbers -> numbers.size();
                case CategoryCounts categories -> 4L * categories.counts().size();
                case PresenceCounts ignored -> 1;
            };
        }
        for (List<long[]> units : blocks.values()) {
            size += units.stream().mapToLong(unit -> unit.length).sum();
        }
        return size;
    }
}
