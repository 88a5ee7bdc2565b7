-- Ground truth of these predictions, which lie in this window.
SELECT
    prediction_id AS predictionId,
    truth_class AS truthClass,
    truth_value AS truthValue,
    toUnixTimestamp64Micro(observed_at) AS observedAtMicros
FROM ground_truth FINAL
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND occurred_at >= {from:DateTime64(6, 'UTC')}
  AND occurred_at < {to:DateTime64(6, 'UTC')}
  AND prediction_id IN (SELECT arrayJoin({ids:Array(UUID)}))
SETTINGS do_not_merge_across_partitions_select_final = 1
