-- One row per outcome. Carries the time of its prediction, so that both tables share partition and sort key and a window
-- of predictions finds its ground truth without a scan. The latest observed_at wins.
CREATE TABLE IF NOT EXISTS ground_truth
(
    organization_id UUID,
    model_id UUID,
    occurred_at DateTime64(6, 'UTC') COMMENT 'of the prediction' CODEC(DoubleDelta, ZSTD(1)),
    prediction_id UUID,
    truth_class LowCardinality(String) COMMENT 'empty if the truth is a number',
    truth_value Float64 COMMENT 'NaN if the truth is a class' CODEC(ZSTD(1)),
    observed_at DateTime64(6, 'UTC') CODEC(ZSTD(1)),
    is_deleted UInt8 CODEC(ZSTD(1)),
    received_at DateTime64(3, 'UTC') CODEC(DoubleDelta, ZSTD(1)),
    batch_id UInt64 CODEC(ZSTD(1)),
    retention_days UInt16 CODEC(ZSTD(1)),
    INDEX batch batch_id TYPE minmax GRANULARITY 1,
    CONSTRAINT known_retention CHECK retention_days IN (7, 30, 90, 400)
)
ENGINE = ${engine:ReplacingMergeTree}(observed_at, is_deleted)
PARTITION BY (retention_days, toMonday(occurred_at))
PRIMARY KEY (organization_id, model_id, toStartOfHour(occurred_at))
ORDER BY (organization_id, model_id, toStartOfHour(occurred_at), prediction_id)
TTL toDateTime(occurred_at) + toIntervalDay(retention_days)
SETTINGS ttl_only_drop_parts = 1, non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;
