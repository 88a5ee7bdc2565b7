-- Removes rows that are kept for longer than the model's events now are, once they are older than that.
-- unbounded: everything before a time, however old.
ALTER TABLE metric_point DELETE
WHERE organization_id = {organizationId:UUID}
  AND scope = 'model' AND scope_id = {modelId:UUID}
  AND retention_days > {days:UInt16}
  AND window_start < fromUnixTimestamp({before:Int64})
