-- What was done about a dead letter: replayed or discarded. A letter without a row here is open.
CREATE TABLE IF NOT EXISTS dead_letter_resolution
(
    organization_id UUID,
    model_id UUID,
    received_at DateTime64(3, 'UTC') COMMENT 'of the letter' CODEC(DoubleDelta, ZSTD(1)),
    batch_id UInt64 CODEC(ZSTD(1)),
    event_index UInt32 CODEC(ZSTD(1)),
    resolution Enum8('replayed' = 1, 'discarded' = 2) CODEC(ZSTD(1)),
    resolved_at DateTime64(3, 'UTC') CODEC(ZSTD(1)),
    resolved_by LowCardinality(String)
)
ENGINE = ${engine:ReplacingMergeTree}(resolved_at)
PARTITION BY toMonday(received_at)
ORDER BY (organization_id, model_id, received_at, batch_id, event_index)
TTL toDateTime(received_at) + toIntervalDay(30)
SETTINGS ttl_only_drop_parts = 1, non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;
