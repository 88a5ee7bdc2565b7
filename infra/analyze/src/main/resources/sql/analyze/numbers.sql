-- Distinct values of a numeric column with their counts in both windows.
SELECT
    toUInt64({feature}) AS feature,
    CAST({column}, 'Nullable(Float64)') AS value,
    toInt64(count() - sum(side)) AS reference,
    toInt64(sum(side)) AS current
FROM data
GROUP BY {column}
