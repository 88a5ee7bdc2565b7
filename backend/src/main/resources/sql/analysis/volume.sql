-- Predictions by interval (number of steps since 1970) and version, each id once.
SELECT
    intDiv(toUnixTimestamp64Milli(occurred_at), {stepMillis:Int64}) AS unit,
    version,
    count() AS n
FROM prediction FINAL
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND occurred_at >= {from:DateTime64(6, 'UTC')}
  AND occurred_at < {to:DateTime64(6, 'UTC')}
  AND ({version:String} = '' OR version = {version:String})
  AND ({environment:String} = '' OR environment = {environment:String})
GROUP BY unit, version
ORDER BY unit, version
SETTINGS do_not_merge_across_partitions_select_final = 1
