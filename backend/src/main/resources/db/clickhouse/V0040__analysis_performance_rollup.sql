-- Performance per hour, recomputed for hours whose ground truth changed. Scores are kept as counts per bin of 1/1024.
CREATE TABLE IF NOT EXISTS performance_rollup
(
    organization_id UUID,
    model_id UUID,
    bucket DateTime('UTC') CODEC(DoubleDelta, ZSTD(1)),
    version LowCardinality(String),
    environment LowCardinality(String),
    segment_key LowCardinality(String),
    segment_value LowCardinality(String),
    computed_at DateTime64(3, 'UTC') CODEC(ZSTD(1)),
    n UInt64 CODEC(ZSTD(1)),
    with_truth UInt64 CODEC(ZSTD(1)),
    confusion Map(String, UInt64) CODEC(ZSTD(1)),
    score_positive Map(Int16, UInt64) CODEC(ZSTD(1)),
    score_negative Map(Int16, UInt64) CODEC(ZSTD(1)),
    error_sum Float64 CODEC(ZSTD(1)),
    absolute_error_sum Float64 CODEC(ZSTD(1)),
    square_error_sum Float64 CODEC(ZSTD(1)),
    truth_sum Float64 CODEC(ZSTD(1)),
    truth_square_sum Float64 CODEC(ZSTD(1)),
    log_loss_sum Float64 CODEC(ZSTD(1)),
    brier_sum Float64 CODEC(ZSTD(1)),
    retention_days UInt16 CODEC(ZSTD(1))
)
ENGINE = ${engine:ReplacingMergeTree}(computed_at)
PARTITION BY (retention_days, toYYYYMM(bucket))
ORDER BY (organization_id, model_id, bucket, version, environment, segment_key, segment_value)
TTL bucket + toIntervalDay(retention_days)
SETTINGS ttl_only_drop_parts = 1, non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;
