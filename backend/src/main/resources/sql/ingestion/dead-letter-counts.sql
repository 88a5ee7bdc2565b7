-- How many dead letters of some models are open, were replayed or were discarded.
-- unbounded: letters are kept for 30 days.
SELECT
    letter.model_id AS modelId,
    letter.kind AS kind,
    countIf(resolution.resolved_at = 0) AS open,
    countIf(resolution.resolved_at != 0 AND resolution.resolution = 'replayed') AS replayed,
    countIf(resolution.resolved_at != 0 AND resolution.resolution = 'discarded') AS discarded
FROM (
    SELECT model_id, received_at, batch_id, event_index, kind
    FROM dead_letter
    WHERE organization_id = {organizationId:UUID}
      AND model_id IN {modelIds:Array(UUID)}) AS letter
LEFT JOIN (
    SELECT model_id, received_at, batch_id, event_index, resolution, resolved_at
    FROM dead_letter_resolution FINAL
    WHERE organization_id = {organizationId:UUID}
      AND model_id IN {modelIds:Array(UUID)}) AS resolution
    USING (model_id, received_at, batch_id, event_index)
GROUP BY modelId, kind
