-- US domestic flights of January to June 2001; side 0 is January to March, side 1 the rest.
CREATE TABLE data
(
    side UInt8,
    c0 Int32,
    c1 Int32,
    c2 Nullable(Int32),
    c3 LowCardinality(String),
    c4 LowCardinality(String),
    c5 LowCardinality(String)
)
ENGINE = MergeTree
ORDER BY tuple()
