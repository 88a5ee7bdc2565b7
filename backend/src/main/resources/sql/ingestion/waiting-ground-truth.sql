-- Ground truth that came before its prediction, which has been stored with these entries of the log meanwhile.
SELECT
    prediction_id AS predictionId,
    truth_class AS truthClass,
    truth_value AS truthValue,
    toUnixTimestamp64Micro(observed_at) AS observedAtMicros,
    toUnixTimestamp64Milli(received_at) AS receivedAtMillis,
    retention_days AS retentionDays
FROM ground_truth_waiting FINAL
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND toUInt128(prediction_id) IN (
    SELECT toUInt128(prediction_id)
    FROM prediction
    WHERE organization_id = {organizationId:UUID}
      AND model_id = {modelId:UUID}
      AND occurred_at >= {from:DateTime64(6, 'UTC')}
      AND occurred_at < {to:DateTime64(6, 'UTC')}
      AND batch_id IN (SELECT arrayJoin({batchIds:Array(UInt64)})))
