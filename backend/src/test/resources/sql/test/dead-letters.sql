SELECT kind, reason, detail, payload
FROM dead_letter
WHERE organization_id = {organizationId:UUID} AND received_at >= {from:DateTime64(3, 'UTC')} AND received_at < {to:DateTime64(3, 'UTC')}
ORDER BY payload
