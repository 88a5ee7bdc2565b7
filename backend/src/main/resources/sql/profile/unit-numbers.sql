-- Distinct values of one numeric variable by step of time: one row per step, each value once with its count.
SELECT
    unit,
    groupArray(value) AS values,
    groupArray(n) AS counts
FROM
(
    WITH multiIf(
                {source:String} = 'F64', arrayElementOrNull(f64, {position:UInt32}),
                {source:String} = 'F32', toFloat64(arrayElementOrNull(f32, {position:UInt32})),
                {source:String} = 'I64',
                    toFloat64(nullIf(arrayElementOrNull(i64, {position:UInt32}), -9223372036854775808)),
                {source:String} = 'SCORE', score,
                predicted_value) AS element
    SELECT
        toInt32(intDiv(toUnixTimestamp64Milli(occurred_at), {stepMillis:Int64})) AS unit,
        reinterpretAsFloat64(bitAnd(reinterpretAsUInt64(assumeNotNull(element)), {mask:UInt64})) AS value,
        count() AS n
    FROM prediction FINAL
    WHERE organization_id = {organizationId:UUID}
      AND model_id = {modelId:UUID}
      AND occurred_at >= {from:DateTime64(6, 'UTC')}
      AND occurred_at < {to:DateTime64(6, 'UTC')}
      AND ({version:String} = '' OR version = {version:String})
      AND ({environment:String} = '' OR environment = {environment:String})
      AND element IS NOT NULL
      AND NOT isNaN(element)
    GROUP BY unit, value
)
GROUP BY unit
SETTINGS do_not_merge_across_partitions_select_final = 1
