-- Removes everything of an erased organization.
-- unbounded: every row, however old.
ALTER TABLE feature_rollup DELETE
WHERE organization_id = {organizationId:UUID}
