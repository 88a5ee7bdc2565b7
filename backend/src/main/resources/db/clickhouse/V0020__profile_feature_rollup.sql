-- Counts per feature and five minutes, written by the batch writer beside the predictions. bin_set_id names the edges
-- (histogram_bin_set) that the numbers of bins refer to; 0 stands for logarithmic bins until there is a baseline.
CREATE TABLE IF NOT EXISTS feature_rollup
(
    organization_id UUID,
    model_id UUID,
    feature LowCardinality(String),
    bucket DateTime('UTC') CODEC(DoubleDelta, ZSTD(1)),
    version LowCardinality(String),
    environment LowCardinality(String),
    segment_key LowCardinality(String),
    segment_value LowCardinality(String),
    bin_set_id UInt64,
    n SimpleAggregateFunction(sum, UInt64) CODEC(ZSTD(1)),
    missing SimpleAggregateFunction(sum, UInt64) CODEC(ZSTD(1)),
    bad SimpleAggregateFunction(sum, UInt64) CODEC(ZSTD(1)),
    value_sum SimpleAggregateFunction(sum, Float64) CODEC(ZSTD(1)),
    square_sum SimpleAggregateFunction(sum, Float64) CODEC(ZSTD(1)),
    minimum SimpleAggregateFunction(min, Float64) CODEC(ZSTD(1)),
    maximum SimpleAggregateFunction(max, Float64) CODEC(ZSTD(1)),
    bins SimpleAggregateFunction(sumMap, Map(Int16, UInt64)) CODEC(ZSTD(1)),
    categories SimpleAggregateFunction(sumMap, Map(String, UInt64)) CODEC(ZSTD(1)),
    retention_days UInt16 CODEC(ZSTD(1))
)
ENGINE = ${engine:AggregatingMergeTree}
PARTITION BY (retention_days, toYYYYMM(bucket))
ORDER BY (organization_id, model_id, feature, bucket, version, environment, segment_key, segment_value, bin_set_id, retention_days)
TTL bucket + toIntervalDay(retention_days)
SETTINGS ttl_only_drop_parts = 1, non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;
