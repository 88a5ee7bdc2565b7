-- Predictions of each day since 1970, and ground truth of predictions of that day.
SELECT day, toInt64(sum(predictions)) AS predictionCount, toInt64(sum(truths)) AS truthCount
FROM
(
    SELECT toInt64(intDiv(toUnixTimestamp64Milli(occurred_at), 86400000)) AS day, count() AS predictions, 0 AS truths
    FROM prediction FINAL
    WHERE organization_id = {organizationId:UUID}
      AND model_id = {modelId:UUID}
      AND occurred_at >= {from:DateTime64(6, 'UTC')}
      AND occurred_at < {to:DateTime64(6, 'UTC')}
    GROUP BY day
    UNION ALL
    SELECT toInt64(intDiv(toUnixTimestamp64Milli(occurred_at), 86400000)) AS day, 0 AS predictions, count() AS truths
    FROM ground_truth FINAL
    WHERE organization_id = {organizationId:UUID}
      AND model_id = {modelId:UUID}
      AND occurred_at >= {from:DateTime64(6, 'UTC')}
      AND occurred_at < {to:DateTime64(6, 'UTC')}
      AND is_deleted = 0
    GROUP BY day
)
GROUP BY day
ORDER BY day
SETTINGS do_not_merge_across_partitions_select_final = 1
