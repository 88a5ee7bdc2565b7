-- The rows of both files; side 0 is the reference, side 1 the current window.
CREATE TABLE data (side UInt8, {columns})
ENGINE = MergeTree
ORDER BY tuple()
