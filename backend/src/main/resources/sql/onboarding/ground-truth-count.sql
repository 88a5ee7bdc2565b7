-- How many predictions of a model have ground truth, about.
SELECT uniqCombined(prediction_id) AS n
FROM ground_truth
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND occurred_at >= {from:DateTime64(6, 'UTC')}
  AND occurred_at < {to:DateTime64(6, 'UTC')}
  AND is_deleted = 0
