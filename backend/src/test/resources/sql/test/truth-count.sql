SELECT count() AS rows
FROM ground_truth FINAL
WHERE organization_id = {organizationId:UUID} AND occurred_at >= {from:DateTime64(3, 'UTC')} AND occurred_at < {to:DateTime64(3, 'UTC')}
