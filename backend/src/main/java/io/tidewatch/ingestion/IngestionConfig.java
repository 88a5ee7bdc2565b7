package io.tidewatch.ingestion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;

/** What the backend accepts as events, and how much of it at a time. */
@ConfigMapping(prefix = "tidewatch.ingestion")
public interface IngestionConfig {

    /** Bytes of one request after inflation. */
    @WithDefault("16777216")
    @Min(65_536)
    @Max(268_435_456)
    long maxBodyBytes();

    /** How many times larger than on the wire a compressed body may become. */
    @WithDefault("200")
    @Min(2)
    int maxInflation();

    /** How old an event may be. */
    @WithDefault("P400D")
    Duration maxAge();

    /** How far ahead of the server's clock the time of an event may be. */
    @WithDefault("PT1H")
    Duration maxAhead();

    /** Features of one event, unknown ones included. */
    @WithDefault("2000")
    @Min(1)
    int maxFeatures();

    /** Characters that the features outside of the schema may take in one event. */
    @WithDefault("16384")
    @Min(0)
    int maxExtraLength();

    /** Bytes of requests that are read at a time; further ones are answered with 503. */
    @WithDefault("100663296")
    @Min(16_777_216)
    long maxReadingBytes();

    /** Bytes of events that wait to be written to the log; further ones are answered with 503. */
    @WithDefault("67108864")
    @Min(1_048_576)
    long maxWaitingBytes();

    /** Days for which events are kept: 7, 30, 90 or 400. */
    @WithDefault("400")
    @Pattern(regexp = "7|30|90|400")
    String retentionDays();
}
