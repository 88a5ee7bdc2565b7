SELECT name, value, occurred_at
FROM platform_test
WHERE organization_id = {organizationId:UUID} AND occurred_at >= {from:DateTime64(3, 'UTC')} AND occurred_at < {to:DateTime64(3, 'UTC')}
ORDER BY name
