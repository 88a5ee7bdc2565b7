INSERT INTO data
SELECT
    date >= '2001-04-01',
    toHour(assumeNotNull(date)),
    assumeNotNull(distance),
    delay,
    assumeNotNull(origin),
    assumeNotNull(destination),
    toString(toDayOfWeek(assumeNotNull(date)))
FROM {file}
