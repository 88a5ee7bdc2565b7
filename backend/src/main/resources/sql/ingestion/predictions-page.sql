-- Stored predictions of a window, newest first, after a position.
SELECT
    prediction_id AS predictionId,
    client_id AS clientId,
    version,
    environment,
    schema_id AS schemaId,
    toUnixTimestamp64Micro(occurred_at) AS occurredAtMicros,
    toUnixTimestamp64Milli(received_at) AS receivedAtMillis,
    f64,
    f32,
    i64,
    cat,
    text,
    toJSONString(embedding) AS embeddings,
    score,
    predicted_class AS predictedClass,
    predicted_value AS predictedValue,
    mapKeys(class_scores) AS scoredClasses,
    mapValues(class_scores) AS classScores,
    mapKeys(segments) AS segmentNames,
    mapValues(segments) AS segmentValues,
    latency_ms AS latencyMs,
    entity_id AS entityId,
    trace_id AS traceId,
    extra
FROM prediction FINAL
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND occurred_at >= {from:DateTime64(6, 'UTC')}
  AND occurred_at < {to:DateTime64(6, 'UTC')}
  AND ({version:String} = '' OR version = {version:String})
  AND ({environment:String} = '' OR environment = {environment:String})
  AND (occurred_at, prediction_id) < ({beforeTime:DateTime64(6, 'UTC')}, {beforeId:UUID})
  AND (empty({ids:Array(UUID)}) OR has({ids:Array(UUID)}, prediction_id))
ORDER BY occurred_at DESC, prediction_id DESC
LIMIT {limit:UInt32}
SETTINGS do_not_merge_across_partitions_select_final = 1
