SELECT
    assumeNotNull(ifNull(toFloat64(quantileTDigestIf(0.25)({column}, isFinite({column}))), nan)),
    assumeNotNull(ifNull(toFloat64(quantileTDigestIf(0.5)({column}, isFinite({column}))), nan)),
    assumeNotNull(ifNull(toFloat64(quantileTDigestIf(0.75)({column}, isFinite({column}))), nan))
FROM data
