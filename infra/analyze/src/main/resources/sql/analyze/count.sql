SELECT toUInt64(countIf(side = 0)), toUInt64(countIf(side = 1))
FROM data
