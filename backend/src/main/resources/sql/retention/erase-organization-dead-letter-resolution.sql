-- Removes everything of an erased organization.
-- unbounded: every row, however old.
ALTER TABLE dead_letter_resolution DELETE
WHERE organization_id = {organizationId:UUID}
