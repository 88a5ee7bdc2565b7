-- Removes rows that are kept for longer than the model's events now are, once they are older than that.
-- unbounded: everything before a time, however old.
ALTER TABLE performance_rollup DELETE
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND retention_days > {days:UInt16}
  AND bucket < fromUnixTimestamp({before:Int64})
