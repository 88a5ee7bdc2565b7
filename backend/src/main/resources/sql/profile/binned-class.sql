-- Predicted classes by unit of time and bin. keys are position and category, separated by a line feed; bins
-- belong to them; everything else is in bin 4294967295.
SELECT
    toInt32(floor((toUnixTimestamp64Micro(occurred_at) - {originMicros:Int64}) / {stepMicros:Int64})) AS unit,
    toUInt32(1) AS position,
    transform(concat(toString(position), '\n', predicted_class), {keys:Array(String)}, {bins:Array(UInt32)}, toUInt32(4294967295)) AS bin,
    count() AS n
FROM prediction FINAL
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND occurred_at >= {from:DateTime64(6, 'UTC')}
  AND occurred_at < {to:DateTime64(6, 'UTC')}
  AND ({version:String} = '' OR version = {version:String})
  AND ({environment:String} = '' OR environment = {environment:String})
  AND predicted_class != ''
GROUP BY unit, position, bin
SETTINGS do_not_merge_across_partitions_select_final = 1
