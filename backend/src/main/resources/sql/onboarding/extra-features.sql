-- Names of features that came without being in a schema, the most frequent first.
SELECT arrayJoin(JSONExtractKeys(extra)) AS name, count() AS n
FROM prediction
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND occurred_at >= {from:DateTime64(6, 'UTC')}
  AND occurred_at < {to:DateTime64(6, 'UTC')}
  AND extra != ''
GROUP BY name
ORDER BY n DESC, name
LIMIT {limit:UInt32}
