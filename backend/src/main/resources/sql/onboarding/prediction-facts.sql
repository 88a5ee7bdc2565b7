-- How many predictions a model has, about, and when they are from; no row if it has none. Counted without FINAL, since
-- the page that waits for the first prediction asks every few seconds.
SELECT
    uniqCombined(prediction_id) AS n,
    uniqCombinedIf(prediction_id, received_at >= {recent:DateTime64(6, 'UTC')}) AS recentCount,
    toUnixTimestamp64Micro(min(occurred_at)) AS firstMicros,
    toUnixTimestamp64Micro(max(occurred_at)) AS lastMicros
FROM prediction
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND occurred_at >= {from:DateTime64(6, 'UTC')}
  AND occurred_at < {to:DateTime64(6, 'UTC')}
HAVING n > 0
