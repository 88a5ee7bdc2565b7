-- First and last unit of time of both windows.
SELECT
    toInt64(intDiv(toUnixTimestamp(assumeNotNull(minIf({time}, side = 0))), {seconds})),
    toInt64(intDiv(toUnixTimestamp(assumeNotNull(maxIf({time}, side = 0))), {seconds})),
    toInt64(intDiv(toUnixTimestamp(assumeNotNull(minIf({time}, side = 1))), {seconds})),
    toInt64(intDiv(toUnixTimestamp(assumeNotNull(maxIf({time}, side = 1))), {seconds})),
    toUInt64(countIf(isNotNull({time}) AND side = 0)),
    toUInt64(countIf(isNotNull({time}) AND side = 1))
FROM data
