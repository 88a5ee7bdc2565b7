-- Removes rows that are kept for longer than the model's events now are, once they are older than that.
-- unbounded: everything before a time, however old.
ALTER TABLE prediction_index DELETE
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND retention_days > {days:UInt16}
  AND occurred_at < fromUnixTimestamp({before:Int64})
