package io.tidewatch.platform.clickhouse;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How the backend reaches ClickHouse and how much it asks of it. */
@ConfigMapping(prefix = "tidewatch.clickhouse")
public interface ClickHouseConfig {

    /** Address of the HTTP interface. */
    @WithDefault("http://127.0.0.1:8123")
    URI url();

    /** Database that holds all tables; created at start if it is missing. */
    @WithDefault("tidewatch")
    @Pattern(regexp = "[a-z][a-z0-9_]{0,62}")
    String database();

    /** User that the backend signs in as. */
    @WithDefault("default")
    String username();

    /** Password of the user; absent where the server asks for none. */
    Optional<String> password();

    /** How many statements run at a time. */
    @WithDefault("8")
    @Min(1)
    @Max(256)
    int parallel();

    /** How many more statements wait for their turn before further ones are refused. */
    @WithDefault("256")
    @Min(0)
    int waiting();

    /** How long a query may run. */
    @WithDefault("PT30S")
    Duration queryTimeout();

    /** How much memory a query may use, in bytes. */
    @WithDefault("1500000000")
    @Min(10_000_000)
    long queryMemory();

    /** How long an insert may take before it counts as failed. */
    @WithDefault("PT2M")
    Duration insertTimeout();

    /** How long to wait for a connection before ClickHouse counts as unavailable. */
    @WithDefault("PT3S")
    Duration connectTimeout();

    /** Table engines to use in place of the ones in the migrations, for example MergeTree=ReplicatedMergeTree. */
    Map<String, String> engines();
}
