CREATE TABLE IF NOT EXISTS schema_migration (
    version UInt32,
    name String,
    checksum String,
    applied_at DateTime64(3, 'UTC') DEFAULT now64(3)
) ENGINE = ${engine:ReplacingMergeTree}(applied_at)
ORDER BY version
