-- A baseline in units of time: how many of its values fell into each bin of the variable. Shows how much the reference
-- itself varies from unit to unit.
CREATE TABLE IF NOT EXISTS baseline_block
(
    organization_id UUID,
    model_id UUID,
    baseline_id UUID,
    signal LowCardinality(String),
    unit UInt32 CODEC(ZSTD(1)),
    bins Array(UInt64) CODEC(ZSTD(1))
)
ENGINE = ${engine:MergeTree}
ORDER BY (organization_id, model_id, baseline_id, signal, unit)
SETTINGS non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;
