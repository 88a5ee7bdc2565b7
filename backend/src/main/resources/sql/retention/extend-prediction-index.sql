-- Copies rows that are kept for a shorter time than the model's events now are; the copy has the same key.
-- The table has a name of its own here, because the new value would hide the stored one in the conditions.
-- unbounded: every stored row of the model.
INSERT INTO prediction_index
SELECT * REPLACE ({days:UInt16} AS retention_days)
FROM prediction_index AS stored
WHERE stored.organization_id = {organizationId:UUID}
  AND stored.model_id = {modelId:UUID}
  AND stored.retention_days < {days:UInt16}
