-- Removes everything of an erased organization.
-- unbounded: every row, however old.
ALTER TABLE metric_point DELETE
WHERE organization_id = {organizationId:UUID}
