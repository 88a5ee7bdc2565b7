-- Removes what belongs to the predictions of an erased entity. Names no entity: the server keeps the text of mutations.
-- unbounded: every row, however old.
ALTER TABLE ground_truth DELETE
WHERE organization_id = {organizationId:UUID}
  AND (model_id, prediction_id) IN (
      SELECT model_id, prediction_id
      FROM erasure_scope
      WHERE organization_id = {organizationId:UUID}
        AND erasure_id = {erasureId:UUID}
        AND kind = 'prediction')
