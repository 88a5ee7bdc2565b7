-- What the values of all columns look like, in one pass over the files.
SELECT
    {columns}
FROM ({rows})
