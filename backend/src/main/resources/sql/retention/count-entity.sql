-- Rows that belong to an entity, per table: before, and as the proof after its erasure. Counts every row, also those that a
-- later one replaces.
-- unbounded: every row, however old.
WITH
    scoped AS (
        SELECT model_id, prediction_id
        FROM erasure_scope
        WHERE organization_id = {organizationId:UUID}
          AND erasure_id = {erasureId:UUID}
          AND kind = 'prediction'),
    letters AS (
        SELECT model_id, batch_id, event_index
        FROM erasure_scope
        WHERE organization_id = {organizationId:UUID}
          AND erasure_id = {erasureId:UUID}
          AND kind = 'dead-letter')
SELECT 'prediction' AS name, count() AS n
FROM prediction
WHERE organization_id = {organizationId:UUID}
  AND (entity_id = {entityId:String} OR (model_id, prediction_id) IN scoped)
UNION ALL
SELECT 'prediction_index', count()
FROM prediction_index
WHERE organization_id = {organizationId:UUID}
  AND (model_id, prediction_id) IN scoped
UNION ALL
SELECT 'ground_truth', count()
FROM ground_truth
WHERE organization_id = {organizationId:UUID}
  AND (model_id, prediction_id) IN scoped
UNION ALL
SELECT 'ground_truth_waiting', count()
FROM ground_truth_waiting
WHERE organization_id = {organizationId:UUID}
  AND (model_id, prediction_id) IN scoped
UNION ALL
SELECT 'dead_letter', count()
FROM dead_letter
WHERE organization_id = {organizationId:UUID}
  AND (JSONExtractString(payload, 'entityId') = {entityId:String} OR (model_id, batch_id, event_index) IN letters)
UNION ALL
SELECT 'dead_letter_resolution', count()
FROM dead_letter_resolution
WHERE organization_id = {organizationId:UUID}
  AND (model_id, batch_id, event_index) IN letters
UNION ALL
SELECT 'baseline_value', count()
FROM baseline_value
WHERE organization_id = {organizationId:UUID}
  AND label = {entityId:String}
UNION ALL
SELECT 'feature_rollup', count()
FROM feature_rollup
WHERE organization_id = {organizationId:UUID}
  AND mapContains(categories, {entityId:String})
