-- Distinct values of features in the array f64, one row per position (from 1), each value once with its count.
-- masks holds, per position, the bits of the mantissa that are kept; positions without a mask are left out by filter.
SELECT
    position,
    groupArray(value) AS values,
    groupArray(n) AS counts
FROM
(
    SELECT
        position,
        reinterpretAsFloat64(bitAnd(reinterpretAsUInt64(element), {masks:Array(UInt64)}[position])) AS value,
        count() AS n
    FROM prediction FINAL
    ARRAY JOIN f64 AS element, arrayEnumerate(f64) AS position
    WHERE organization_id = {organizationId:UUID}
      AND model_id = {modelId:UUID}
      AND occurred_at >= {from:DateTime64(6, 'UTC')}
      AND occurred_at < {to:DateTime64(6, 'UTC')}
      AND ({version:String} = '' OR version = {version:String})
      AND ({environment:String} = '' OR environment = {environment:String})
      AND {masks:Array(UInt64)}[position] != 0
      AND NOT isNaN(element)
    GROUP BY position, value
)
GROUP BY position
SETTINGS do_not_merge_across_partitions_select_final = 1
