-- How long ground truth takes, counted from its prediction, up to whole minutes: so a quantile that is exact needs no more
-- memory than there are different minutes. No row if there is none.
SELECT
    toInt64(count()) AS truths,
    toInt64(quantileExactWeighted(0.95)(
        intDiv(greatest(0, toUnixTimestamp64Micro(observed_at) - toUnixTimestamp64Micro(occurred_at)) + 59999999, 60000000), 1))
        AS delayMinutes
FROM ground_truth FINAL
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND occurred_at >= {from:DateTime64(6, 'UTC')}
  AND occurred_at < {to:DateTime64(6, 'UTC')}
  AND is_deleted = 0
HAVING truths > 0
SETTINGS do_not_merge_across_partitions_select_final = 1
