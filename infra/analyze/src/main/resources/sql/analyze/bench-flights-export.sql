INSERT INTO FUNCTION file({path}, CSVWithNames)
SELECT side, c0 AS hour, c1 AS distance, c2 AS delay, c3 AS origin, c4 AS destination, c5 AS weekday
FROM data
