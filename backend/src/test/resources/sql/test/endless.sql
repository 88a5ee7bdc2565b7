-- unbounded: reads no events
SELECT sum(cityHash64(number)) AS n, {organizationId:UUID} AS o FROM numbers(100000000000)
