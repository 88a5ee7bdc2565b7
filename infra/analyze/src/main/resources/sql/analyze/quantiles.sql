SELECT
    toFloat64(quantileTDigestIf(0.25)({column}, isFinite({column}))),
    toFloat64(quantileTDigestIf(0.5)({column}, isFinite({column}))),
    toFloat64(quantileTDigestIf(0.75)({column}, isFinite({column})))
FROM data
