-- How many distinct values features in the array f32 have about, at several precisions: one row per position and mask.
SELECT
    position,
    mask,
    uniqHLL12(bitAnd(reinterpretAsUInt64(toFloat64(element)), mask)) AS distinct
FROM prediction FINAL
ARRAY JOIN f32 AS element, arrayEnumerate(f32) AS position
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
