-- Notes the predictions of an entity.
-- unbounded: every prediction of the entity, however old.
INSERT INTO erasure_scope
SELECT DISTINCT organization_id, {erasureId:UUID}, 'prediction', model_id, prediction_id, 0, 0
FROM prediction
WHERE organization_id = {organizationId:UUID}
  AND entity_id = {entityId:String}
