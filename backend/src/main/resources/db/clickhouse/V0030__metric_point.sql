-- The one time series that features write and charts, alert rules and exports read. A later revision of the same key
-- replaces the earlier one when read; both stay visible in the history.
CREATE TABLE IF NOT EXISTS metric_point
(
    organization_id UUID,
    scope Enum8('model' = 1, 'team' = 2, 'pipeline' = 3, 'organization' = 4),
    scope_id UUID,
    metric LowCardinality(String),
    version LowCardinality(String),
    environment LowCardinality(String),
    feature LowCardinality(String),
    segment LowCardinality(String),
    window_start DateTime64(3, 'UTC') CODEC(DoubleDelta, ZSTD(1)),
    window_end DateTime64(3, 'UTC') CODEC(DoubleDelta, ZSTD(1)),
    revision UInt32 CODEC(ZSTD(1)),
    value Float64 CODEC(ZSTD(1)),
    n UInt64 CODEC(ZSTD(1)),
    lower Float64 COMMENT 'NaN if there is no interval' CODEC(ZSTD(1)),
    upper Float64 COMMENT 'NaN if there is no interval' CODEC(ZSTD(1)),
    status Enum8('preliminary' = 1, 'final' = 2) CODEC(ZSTD(1)),
    origin Enum8('live' = 1, 'backfill' = 2, 'replay' = 3) CODEC(ZSTD(1)),
    computed_at DateTime64(3, 'UTC') CODEC(ZSTD(1)),
    retention_days UInt16 CODEC(ZSTD(1)),
    CONSTRAINT known_retention CHECK retention_days IN (7, 30, 90, 400)
)
ENGINE = ${engine:ReplacingMergeTree}(computed_at)
PARTITION BY (retention_days, toYYYYMM(window_start))
PRIMARY KEY (organization_id, scope, scope_id, metric)
ORDER BY (organization_id, scope, scope_id, metric, version, environment, feature, segment, window_start, window_end, revision)
TTL toDateTime(window_start) + toIntervalDay(retention_days)
SETTINGS ttl_only_drop_parts = 1, non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;
