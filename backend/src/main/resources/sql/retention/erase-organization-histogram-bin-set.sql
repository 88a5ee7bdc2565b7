-- Removes everything of an erased organization.
-- unbounded: every row, however old.
ALTER TABLE histogram_bin_set DELETE
WHERE organization_id = {organizationId:UUID}
