-- How long ground truth takes, counted from its prediction; no row if there is none.
SELECT
    toInt64(count()) AS truths,
    toInt64(quantileExact(0.95)(greatest(0, toUnixTimestamp64Micro(observed_at) - toUnixTimestamp64Micro(occurred_at)))) AS delayMicros
FROM ground_truth FINAL
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND occurred_at >= {from:DateTime64(6, 'UTC')}
  AND occurred_at < {to:DateTime64(6, 'UTC')}
  AND is_deleted = 0
HAVING truths > 0
SETTINGS do_not_merge_across_partitions_select_final = 1
