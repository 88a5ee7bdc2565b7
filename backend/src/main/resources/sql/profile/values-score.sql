-- Distinct scores and values of the predictions themselves, as in values-f64: position 1 is the score, 2 the value.
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
    ARRAY JOIN [score, predicted_value] AS element, [1, 2] AS position
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
