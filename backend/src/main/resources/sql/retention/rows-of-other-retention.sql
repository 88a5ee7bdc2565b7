-- How many rows of a model are kept longer or shorter than its events now are, per table.
-- unbounded: every stored row of the model.
SELECT 'prediction' AS name, countIf(retention_days > {days:UInt16}) AS longer, countIf(retention_days < {days:UInt16}) AS shorter
FROM prediction
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND retention_days != {days:UInt16}
UNION ALL
SELECT 'prediction_index' AS name, countIf(retention_days > {days:UInt16}) AS longer, countIf(retention_days < {days:UInt16}) AS shorter
FROM prediction_index
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND retention_days != {days:UInt16}
UNION ALL
SELECT 'ground_truth' AS name, countIf(retention_days > {days:UInt16}) AS longer, countIf(retention_days < {days:UInt16}) AS shorter
FROM ground_truth
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND retention_days != {days:UInt16}
UNION ALL
SELECT 'ground_truth_waiting' AS name, countIf(retention_days > {days:UInt16}) AS longer, countIf(retention_days < {days:UInt16}) AS shorter
FROM ground_truth_waiting
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND retention_days != {days:UInt16}
UNION ALL
SELECT 'feature_rollup' AS name, countIf(retention_days > {days:UInt16}) AS longer, countIf(retention_days < {days:UInt16}) AS shorter
FROM feature_rollup
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND retention_days != {days:UInt16}
UNION ALL
SELECT 'performance_rollup' AS name, countIf(retention_days > {days:UInt16}) AS longer, countIf(retention_days < {days:UInt16}) AS shorter
FROM performance_rollup
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND retention_days != {days:UInt16}
UNION ALL
SELECT 'metric_point' AS name, countIf(retention_days > {days:UInt16}) AS longer, countIf(retention_days < {days:UInt16}) AS shorter
FROM metric_point
WHERE organization_id = {organizationId:UUID}
  AND scope = 'model' AND scope_id = {modelId:UUID}
  AND retention_days != {days:UInt16}
