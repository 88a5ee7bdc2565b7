-- Values of features in the array f64
-- by unit of time and bin: the number of inner edges below the value. edges is empty for positions that are not wanted.
SELECT
    toInt32(floor((toUnixTimestamp64Micro(occurred_at) - {originMicros:Int64}) / {stepMicros:Int64})) AS unit,
    position,
    arrayCount(edge -> element > edge, {edges:Array(Array(Float64))}[position]) AS bin,
    count() AS n
FROM prediction FINAL
ARRAY JOIN f64 AS element, arrayEnumerate(f64) AS position
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND occurred_at >= {from:DateTime64(6, 'UTC')}
  AND occurred_at < {to:DateTime64(6, 'UTC')}
  AND ({version:String} = '' OR version = {version:String})
  AND ({environment:String} = '' OR environment = {environment:String})
  AND has({positions:Array(UInt32)}, position)
  AND isFinite(element)
GROUP BY unit, position, bin
SETTINGS do_not_merge_across_partitions_select_final = 1
