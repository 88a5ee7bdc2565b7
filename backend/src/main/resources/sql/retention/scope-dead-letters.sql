-- Notes the dead letters that name an entity, or the ground truth of one of its predictions.
-- unbounded: every dead letter, however old.
INSERT INTO erasure_scope
SELECT organization_id, {erasureId:UUID}, 'dead-letter', model_id, toUUID('00000000-0000-0000-0000-000000000000'), batch_id, event_index
FROM dead_letter
WHERE organization_id = {organizationId:UUID}
  AND (JSONExtractString(payload, 'entityId') = {entityId:String}
    OR (JSONExtractString(payload, 'predictionId') != ''
        AND (model_id, JSONExtractString(payload, 'predictionId')) IN (
        SELECT model_id, arrayJoin([toString(prediction_id), client_id])
        FROM prediction
        WHERE organization_id = {organizationId:UUID}
          AND entity_id = {entityId:String})))
