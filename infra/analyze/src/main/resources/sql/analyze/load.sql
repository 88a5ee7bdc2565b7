INSERT INTO data
{with}
SELECT {side}, {columns}
FROM {file}
