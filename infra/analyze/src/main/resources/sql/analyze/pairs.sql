-- Truth and prediction of each row of a regression that has both.
SELECT
    CAST({segment}, 'Nullable(String)') AS segment,
    assumeNotNull(CAST({truth}, 'Nullable(Float64)')) AS truth,
    assumeNotNull(CAST({prediction}, 'Nullable(Float64)')) AS prediction
FROM data
WHERE side = 1 AND isFinite({truth}) AND isFinite({prediction})
