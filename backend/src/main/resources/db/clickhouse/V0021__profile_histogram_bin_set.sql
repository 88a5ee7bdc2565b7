-- The edges that the bins of feature_rollup refer to; never changed once written.
CREATE TABLE IF NOT EXISTS histogram_bin_set
(
    organization_id UUID,
    model_id UUID,
    bin_set_id UInt64,
    feature LowCardinality(String),
    edges Array(Float64) CODEC(ZSTD(1)),
    created_at DateTime64(3, 'UTC') CODEC(ZSTD(1))
)
ENGINE = ${engine:ReplacingMergeTree}(created_at)
ORDER BY (organization_id, model_id, bin_set_id, feature)
SETTINGS non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;
