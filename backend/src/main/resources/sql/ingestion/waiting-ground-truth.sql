-- Ground truth that came before its prediction.
-- unbounded: it has no time of a prediction yet; the table is sorted by id.
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
  AND toUInt128(prediction_id) IN (SELECT toUInt128(arrayJoin({ids:Array(UUID)})))
