SELECT count() AS rows, uniqExact(prediction_id) AS ids
FROM prediction
WHERE organization_id = {organizationId:UUID} AND occurred_at >= {from:DateTime64(3, 'UTC')} AND occurred_at < {to:DateTime64(3, 'UTC')}
