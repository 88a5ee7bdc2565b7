package io.tidewatch.ingestion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;

/** The write-ahead log: events are durable in it before they are acknowledged. */
@ConfigMapping(prefix = "tidewatch.ingestion.log")
public interface LogConfig {

    /** Where it is. Must outlive the process; backends that share a volume may share the folder. */
    @WithDefault("log")
    Path folder();

    /** Bytes of events that may wait for ClickHouse; further ones are answered with 503. */
    @WithDefault("2147483648")
    @Min(1_048_576)
    long maxBytes();

    /** A file of this size is followed by a new one. */
    @WithDefault("67108864")
    @Min(65_536)
    long segmentBytes();

    /** How long a file is kept after everything in it was stored; it tells repetitions after a restart. */
    @WithDefault("PT1H")
    Duration kept();

    /** Bytes of files that are kept for that at most. */
    @WithDefault("536870912")
    @Min(0)
    long keptBytes();

    /** How long events wait for others at most, to be stored together. */
    @WithDefault("PT2S")
    Duration linger();

    /** Events that are stored together at most. */
    @WithDefault("50000")
    @Min(1)
    int batchEvents();

    /** Bytes of events that are stored together at most. */
    @WithDefault("16777216")
    @Min(1)
    long batchBytes();

    /** Ids of predictions that are remembered to tell repetitions at once, outside of the heap, 40 bytes each. */
    @WithDefault("4194304")
    @Min(1024)
    @Max(268_435_456)
    int recentIds();
}
