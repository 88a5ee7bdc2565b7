-- Values of a numeric column with very many distinct ones, joined where they are closer than the rounding: evenly
-- around the centre, in proportion further out. Each group stands at its mean.
SELECT
    toUInt64({feature}) AS feature,
    CAST(if(any(isFinite({column})), avg({column}), any({column})), 'Nullable(Float64)') AS value,
    toInt64(count() - sum(side)) AS reference,
    toInt64(sum(side)) AS current
FROM data
GROUP BY
    multiIf(isNull({column}), 0, isNaN({column}), 1, isInfinite({column}), 2 + ({column} > 0), 4),
    if(isFinite({column}), toInt64(round(asinh(({column} - {centre}) / {scale}) * {steps})), 0)
