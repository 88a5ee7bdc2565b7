-- Up to which entry of a log the predictions of each hour are counted.
SELECT
    toInt64(toUnixTimestamp(bucket)) AS hour,
    version,
    environment,
    retention_days AS retentionDays,
    toInt64(maxMap(applied)[{logId:UInt64}]) AS mark
FROM feature_rollup
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND feature = ''
  AND bucket >= {from:DateTime64(6, 'UTC')}
  AND bucket < {to:DateTime64(6, 'UTC')}
GROUP BY bucket, version, environment, retention_days
