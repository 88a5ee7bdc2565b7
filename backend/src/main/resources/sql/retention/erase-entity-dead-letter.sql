-- Removes the dead letters of an erased entity.
-- unbounded: every row, however old.
ALTER TABLE dead_letter DELETE
WHERE organization_id = {organizationId:UUID}
  AND (model_id, batch_id, event_index) IN (
      SELECT model_id, batch_id, event_index
      FROM erasure_scope
      WHERE organization_id = {organizationId:UUID}
        AND erasure_id = {erasureId:UUID}
        AND kind = 'dead-letter')
