-- Events that were acknowledged but that the event store refused, kept with the reason until they are replayed.
CREATE TABLE IF NOT EXISTS dead_letter
(
    organization_id UUID,
    model_id UUID,
    received_at DateTime64(3, 'UTC') CODEC(DoubleDelta, ZSTD(1)),
    batch_id UInt64 CODEC(ZSTD(1)),
    event_index UInt32 CODEC(ZSTD(1)),
    kind LowCardinality(String) COMMENT 'prediction or ground-truth',
    reason LowCardinality(String),
    detail String CODEC(ZSTD(3)),
    payload String CODEC(ZSTD(3))
)
ENGINE = ${engine:MergeTree}
PARTITION BY toMonday(received_at)
ORDER BY (organization_id, model_id, received_at, batch_id, event_index)
TTL toDateTime(received_at) + toIntervalDay(30)
SETTINGS ttl_only_drop_parts = 1, non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;
