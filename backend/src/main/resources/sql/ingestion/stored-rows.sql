-- Which rows of these entries of the log are stored.
SELECT toInt64(batch_id) AS batchId, prediction_id AS predictionId
FROM prediction
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND occurred_at >= {from:DateTime64(6, 'UTC')}
  AND occurred_at < {to:DateTime64(6, 'UTC')}
  AND batch_id IN (SELECT arrayJoin({batchIds:Array(UInt64)}))
