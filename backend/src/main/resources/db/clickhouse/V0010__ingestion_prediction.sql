-- One row per prediction. Features are positional arrays: the registry gives each feature of a model a fixed position in
-- the array of its storage type, so one position means the same feature in every version of the model.
-- NaN in f64 and f32, the smallest Int64 in i64, NULL in cat and text and an empty array in embedding mean "missing".
-- Sent again, an event has the same key and is replaced. Retention is part of the partition: old data goes by partition.
CREATE TABLE IF NOT EXISTS prediction
(
    organization_id UUID,
    model_id UUID,
    occurred_at DateTime64(6, 'UTC') CODEC(DoubleDelta, ZSTD(1)),
    prediction_id UUID,
    client_id String COMMENT 'the id as the client wrote it, where it is not the canonical form of prediction_id' CODEC(ZSTD(1)),
    version LowCardinality(String),
    environment LowCardinality(String),
    schema_id UInt32 CODEC(ZSTD(1)),
    f64 Array(Float64) CODEC(ZSTD(1)),
    f32 Array(Float32) CODEC(ZSTD(1)),
    i64 Array(Int64) CODEC(ZSTD(1)),
    cat Array(LowCardinality(Nullable(String))) CODEC(ZSTD(1)),
    text Array(Nullable(String)) CODEC(ZSTD(1)),
    embedding Array(Array(Float32)) CODEC(ZSTD(1)),
    score Float64 COMMENT 'probability of the positive class, NaN if none was sent' CODEC(ZSTD(1)),
    predicted_class LowCardinality(String) COMMENT 'empty if none was sent',
    predicted_value Float64 COMMENT 'NaN if none was sent' CODEC(ZSTD(1)),
    class_scores Map(LowCardinality(String), Float64) CODEC(ZSTD(1)),
    segments Map(LowCardinality(String), LowCardinality(String)) CODEC(ZSTD(1)),
    latency_ms Float64 COMMENT 'NaN if none was sent' CODEC(ZSTD(1)),
    entity_id String CODEC(ZSTD(1)),
    trace_id String CODEC(ZSTD(1)),
    extra String COMMENT 'features that the schema does not know, as one JSON object; empty if none' CODEC(ZSTD(3)),
    content_hash UInt64 COMMENT 'tells a repetition from another event with the same id' CODEC(ZSTD(1)),
    received_at DateTime64(3, 'UTC') CODEC(DoubleDelta, ZSTD(1)),
    batch_id UInt64 CODEC(ZSTD(1)),
    retention_days UInt16 CODEC(ZSTD(1)),
    INDEX batch batch_id TYPE minmax GRANULARITY 1,
    CONSTRAINT known_retention CHECK retention_days IN (7, 30, 90, 400)
)
ENGINE = ${engine:ReplacingMergeTree}(received_at)
PARTITION BY (retention_days, toMonday(occurred_at))
PRIMARY KEY (organization_id, model_id, toStartOfHour(occurred_at))
ORDER BY (organization_id, model_id, toStartOfHour(occurred_at), prediction_id)
TTL toDateTime(occurred_at) + toIntervalDay(retention_days)
SETTINGS ttl_only_drop_parts = 1, non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;
