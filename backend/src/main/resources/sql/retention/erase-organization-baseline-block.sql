-- Removes everything of an erased organization.
-- unbounded: every row, however old.
ALTER TABLE baseline_block DELETE
WHERE organization_id = {organizationId:UUID}
