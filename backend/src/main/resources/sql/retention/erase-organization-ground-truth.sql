-- Removes everything of an erased organization.
-- unbounded: every row, however old.
ALTER TABLE ground_truth DELETE
WHERE organization_id = {organizationId:UUID}
