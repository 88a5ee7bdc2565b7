-- Minutes since 1970 in which a model predicted. Without FINAL: a repetition changes nothing.
SELECT DISTINCT toInt64(intDiv(toUnixTimestamp64Micro(occurred_at), 60000000)) AS minute
FROM prediction
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND occurred_at >= {from:DateTime64(6, 'UTC')}
  AND occurred_at < {to:DateTime64(6, 'UTC')}
ORDER BY minute
