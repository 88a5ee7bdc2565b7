-- Removes everything of an erased organization.
-- unbounded: every row, however old.
ALTER TABLE erasure_scope DELETE
WHERE organization_id = {organizationId:UUID}
