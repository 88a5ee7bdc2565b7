-- Predictions of a window, and how many of them have ground truth.
SELECT toInt64(sum(predictions)) AS predictionCount, toInt64(sum(truths)) AS truthCount
FROM
(
    SELECT count() AS predictions, 0 AS truths
    FROM prediction FINAL
    WHERE organization_id = {organizationId:UUID}
      AND model_id = {modelId:UUID}
      AND occurred_at >= {from:DateTime64(6, 'UTC')}
      AND occurred_at < {to:DateTime64(6, 'UTC')}
    UNION ALL
    SELECT 0 AS predictions, count() AS truths
    FROM ground_truth FINAL
    WHERE organization_id = {organizationId:UUID}
      AND model_id = {modelId:UUID}
      AND occurred_at >= {from:DateTime64(6, 'UTC')}
      AND occurred_at < {to:DateTime64(6, 'UTC')}
      AND is_deleted = 0
)
SETTINGS do_not_merge_across_partitions_select_final = 1
