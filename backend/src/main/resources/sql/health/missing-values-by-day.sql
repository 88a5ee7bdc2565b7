-- How often each feature had no value on each day, from the hourly counts.
SELECT feature, toDate(bucket) AS day, toInt64(sum(n)) AS predictions, toInt64(sum(missing)) AS missingCount
FROM feature_rollup
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND feature != ''
  AND bucket >= {from:DateTime64(6, 'UTC')}
  AND bucket < {to:DateTime64(6, 'UTC')}
  AND ({version:String} = '' OR version = {version:String})
  AND ({environment:String} = '' OR environment = {environment:String})
GROUP BY feature, day
ORDER BY feature, day
