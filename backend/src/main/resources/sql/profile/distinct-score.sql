-- As distinct-f64 for the predictions themselves: position 1 is the score, 2 the value.
SELECT
    position,
    mask,
    uniqHLL12(bitAnd(reinterpretAsUInt64(element), mask)) AS distinct
FROM prediction FINAL
ARRAY JOIN [score, predicted_value] AS element, [1, 2] AS position
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND occurred_at >= {from:DateTime64(6, 'UTC')}
  AND occurred_at < {to:DateTime64(6, 'UTC')}
  AND ({version:String} = '' OR version = {version:String})
  AND ({environment:String} = '' OR environment = {environment:String})
  AND has({positions:Array(UInt32)}, position)
  AND NOT isNaN(element)
GROUP BY position, arrayJoin({masks:Array(UInt64)}) AS mask
SETTINGS do_not_merge_across_partitions_select_final = 1
