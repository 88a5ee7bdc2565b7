-- From a prediction id to the time of the prediction, because ground truth comes without it, and to the content, because
-- the same id with other content must be refused. UUIDs compare by their second half in ClickHouse; as a number, ids of
-- version 7 are in order of time, and looking up fresh ones reads nothing.
CREATE TABLE IF NOT EXISTS prediction_index
(
    organization_id UUID,
    model_id UUID,
    prediction_id UUID,
    occurred_at DateTime64(6, 'UTC') CODEC(Delta, ZSTD(1)),
    version LowCardinality(String),
    content_hash UInt64 CODEC(ZSTD(1)),
    retention_days UInt16 CODEC(ZSTD(1))
)
ENGINE = ${engine:ReplacingMergeTree}
PARTITION BY (retention_days, toYYYYMM(occurred_at))
ORDER BY (organization_id, model_id, toUInt128(prediction_id))
TTL toDateTime(occurred_at) + toIntervalDay(retention_days)
SETTINGS index_granularity = 1024, ttl_only_drop_parts = 1, non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;
