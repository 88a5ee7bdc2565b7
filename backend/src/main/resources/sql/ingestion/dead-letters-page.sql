-- Dead letters of some models with what was done about them, newest first, after a position.
SELECT
    toString(letter.batch_id) AS batchId,
    letter.event_index AS eventIndex,
    letter.model_id AS modelId,
    toUnixTimestamp64Milli(letter.received_at) AS receivedAtMillis,
    letter.kind AS kind,
    letter.reason AS reason,
    letter.detail AS detail,
    length(letter.payload) AS payloadBytes,
    if({withPayload:UInt8} = 1, letter.payload, '') AS payload,
    toString(resolution.resolution) AS resolution,
    toUnixTimestamp64Milli(resolution.resolved_at) AS resolvedAtMillis
FROM (
    SELECT *
    FROM dead_letter
    WHERE organization_id = {organizationId:UUID}
      AND model_id IN {modelIds:Array(UUID)}
      AND received_at >= {from:DateTime64(3, 'UTC')}
      AND received_at < {to:DateTime64(3, 'UTC')}
      AND ({reason:String} = '' OR reason = {reason:String})
      AND ({kind:String} = '' OR kind = {kind:String})
      AND (empty({ids:Array(String)}) OR has({ids:Array(String)}, concat(toString(batch_id), '-', toString(event_index))))) AS letter
LEFT JOIN (
    SELECT model_id, received_at, batch_id, event_index, resolution, resolved_at
    FROM dead_letter_resolution FINAL
    WHERE organization_id = {organizationId:UUID}
      AND model_id IN {modelIds:Array(UUID)}) AS resolution
    USING (model_id, received_at, batch_id, event_index)
WHERE (({state:String} = 'open' AND resolution.resolved_at = 0)
    OR {state:String} = 'all'
    OR (resolution.resolved_at != 0 AND toString(resolution.resolution) = {state:String}))
  AND (letter.received_at, letter.batch_id, letter.event_index)
    < ({beforeTime:DateTime64(3, 'UTC')}, {beforeBatch:UInt64}, {beforeIndex:UInt64})
ORDER BY letter.received_at DESC, letter.batch_id DESC, letter.event_index DESC
LIMIT {limit:UInt32}
