-- Predictions of a window by schema, which says for how many of them a feature could have a value.
SELECT schema_id AS schemaId, count() AS n
FROM prediction FINAL
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND occurred_at >= {from:DateTime64(6, 'UTC')}
  AND occurred_at < {to:DateTime64(6, 'UTC')}
  AND ({version:String} = '' OR version = {version:String})
  AND ({environment:String} = '' OR environment = {environment:String})
GROUP BY schemaId
SETTINGS do_not_merge_across_partitions_select_final = 1
