-- Categories with their counts in both windows; those seen less than {labelled} times are counted by their counts.
SELECT
    toUInt64({feature}) AS feature,
    missing,
    label,
    reference,
    current,
    toInt64(count()) AS categories
FROM
(
    SELECT
        toInt64(count() - sum(side)) AS reference,
        toInt64(sum(side)) AS current,
        if(reference + current >= {labelled}, CAST({column}, 'Nullable(String)'), NULL) AS label,
        isNull({column}) AS missing
    FROM data
    GROUP BY {column}
)
GROUP BY label, reference, current, missing
