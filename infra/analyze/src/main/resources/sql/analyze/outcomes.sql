-- Rows by segment, truth and predicted label or score.
SELECT
    CAST({segment}, 'Nullable(String)') AS segment,
    CAST({prediction}, '{type}') AS prediction,
    CAST({truth}, 'Nullable(String)') AS truth,
    toInt64(count()) AS rows
FROM data
WHERE side = {side}
GROUP BY segment, prediction, truth
