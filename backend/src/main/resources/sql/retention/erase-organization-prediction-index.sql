-- Removes everything of an erased organization.
-- unbounded: every row, however old.
ALTER TABLE prediction_index DELETE
WHERE organization_id = {organizationId:UUID}
