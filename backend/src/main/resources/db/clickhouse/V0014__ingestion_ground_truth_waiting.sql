-- Ground truth whose prediction is not known yet. When the prediction comes, the row moves to ground_truth and is
-- deleted here by a row of the same key and version with is_deleted.
CREATE TABLE IF NOT EXISTS ground_truth_waiting
(
    organization_id UUID,
    model_id UUID,
    prediction_id UUID,
    truth_class LowCardinality(String),
    truth_value Float64 CODEC(ZSTD(1)),
    observed_at DateTime64(6, 'UTC') CODEC(ZSTD(1)),
    is_deleted UInt8 CODEC(ZSTD(1)),
    received_at DateTime64(3, 'UTC') CODEC(DoubleDelta, ZSTD(1)),
    batch_id UInt64 CODEC(ZSTD(1)),
    retention_days UInt16 CODEC(ZSTD(1)),
    INDEX batch batch_id TYPE minmax GRANULARITY 1,
    CONSTRAINT known_retention CHECK retention_days IN (7, 30, 90, 400)
)
ENGINE = ${engine:ReplacingMergeTree}(observed_at, is_deleted)
PARTITION BY (retention_days, toYYYYMM(received_at))
ORDER BY (organization_id, model_id, toUInt128(prediction_id))
TTL toDateTime(received_at) + toIntervalDay(retention_days)
SETTINGS index_granularity = 1024, ttl_only_drop_parts = 1, non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;
