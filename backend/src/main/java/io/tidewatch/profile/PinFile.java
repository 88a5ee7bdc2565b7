package io.tidewatch.profile;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file to pin as baseline, or to look at.
 *
 * @param name of the baseline, null for the name of the file
 * @param fileName as the person knows it
 * @param version whose schema says how cells are read, null for the newest types of all versions
 * @param columns targets by name of a column, where the names do not say
 * @param from start of the stretch that the rows are from, null to take it from a column of times, or the version
 * @param to end of it
 * @param skipBadRows whether to pin what is left if some rows are bad
 */
record PinFile(
        @Nullable String name,
        @Nullable String fileName,
        @Nullable String version,
        Map<String, String> columns,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean skipBadRows) {}
