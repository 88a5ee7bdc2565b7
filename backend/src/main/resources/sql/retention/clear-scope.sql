-- Forgets what belonged to an erased entity.
-- unbounded: the keys have no time.
ALTER TABLE erasure_scope DELETE
WHERE organization_id = {organizationId:UUID}
  AND erasure_id = {erasureId:UUID}
