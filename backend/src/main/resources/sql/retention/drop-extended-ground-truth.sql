-- Removes rows of which there is a copy that is kept longer.
-- unbounded: every stored row of the model.
ALTER TABLE ground_truth DELETE
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND retention_days < {days:UInt16}
  AND prediction_id IN (
      SELECT prediction_id
      FROM ground_truth
      WHERE organization_id = {organizationId:UUID}
        AND model_id = {modelId:UUID}
        AND retention_days = {days:UInt16})
