-- How often each feature had no value, from the hourly counts.
SELECT feature, toInt64(sum(n)) AS predictions, toInt64(sum(missing)) AS missingCount
FROM feature_rollup
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND feature != ''
  AND bucket >= {from:DateTime64(6, 'UTC')}
  AND bucket < {to:DateTime64(6, 'UTC')}
GROUP BY feature
