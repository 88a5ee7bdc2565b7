-- On the row that counts predictions (the one without a feature), for each write-ahead log the number of its last entry that
-- is counted in this hour: entries are counted in order, so after a kill the writer knows which of them still are to be
-- counted. The rows of an hour are written together, by the hour.
ALTER TABLE feature_rollup
    ADD COLUMN IF NOT EXISTS applied SimpleAggregateFunction(maxMap, Map(UInt64, UInt64)) CODEC(ZSTD(1))
