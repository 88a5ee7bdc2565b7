-- The first line of a file, as text.
SELECT * APPLY(column -> assumeNotNull(toString(column)))
FROM {file}
LIMIT 1
