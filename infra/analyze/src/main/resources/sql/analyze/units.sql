-- Rows of the reference per unit of time and bin of one column's layout.
SELECT
    toUInt64({feature}) AS feature,
    toInt64(intDiv(toUnixTimestamp(assumeNotNull({time})), {seconds})) AS unit,
    toInt64({bin}) AS bin,
    toInt64(count()) AS rows
FROM data
WHERE side = 0 AND isNotNull({time}) AND isNotNull({column})
GROUP BY unit, bin
