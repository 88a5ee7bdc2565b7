-- The values that a baseline was pinned from, with their counts: everything that a comparison needs, kept beyond the
-- retention of the predictions. Numbers are in number, categories in label; missing values are one row with kind 'missing'.
CREATE TABLE IF NOT EXISTS baseline_value
(
    organization_id UUID,
    model_id UUID,
    baseline_id UUID,
    signal LowCardinality(String) COMMENT 'name of a feature, or of a part of the prediction',
    kind Enum8('number' = 1, 'category' = 2, 'missing' = 3, 'pooled' = 4) CODEC(ZSTD(1)),
    number Float64 CODEC(ZSTD(1)),
    label String CODEC(ZSTD(1)),
    n UInt64 CODEC(ZSTD(1))
)
ENGINE = ${engine:MergeTree}
ORDER BY (organization_id, model_id, baseline_id, signal, kind, number, label)
SETTINGS non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;
