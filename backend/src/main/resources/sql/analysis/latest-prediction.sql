-- The time of the newest prediction of a window, and how many there are; no row if there is none.
SELECT toUnixTimestamp64Micro(max(occurred_at)) AS latestMicros, count() AS n
FROM prediction FINAL
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND occurred_at >= {from:DateTime64(6, 'UTC')}
  AND occurred_at < {to:DateTime64(6, 'UTC')}
  AND ({version:String} = '' OR version = {version:String})
  AND ({environment:String} = '' OR environment = {environment:String})
HAVING n > 0
SETTINGS do_not_merge_across_partitions_select_final = 1
