-- What is stored under these ids.
-- unbounded: an id does not tell its time; the index is sorted by id, and fresh ids of version 7 read nothing.
SELECT prediction_id AS predictionId, toUnixTimestamp64Micro(occurred_at) AS occurredAtMicros, content_hash AS contentHash
FROM prediction_index
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND toUInt128(prediction_id) IN (SELECT toUInt128(arrayJoin({ids:Array(UUID)})))
