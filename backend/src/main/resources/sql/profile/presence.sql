-- How many predictions have a value in each position of the arrays whose values are not compared.
SELECT
    sumForEach(arrayMap(element -> toUInt64(isNotNull(element)), text)) AS text,
    sumForEach(arrayMap(element -> toUInt64(notEmpty(element)), embedding)) AS embedding,
    sumForEach(arrayMap(element -> toUInt64(element != -9223372036854775808), i64)) AS i64
FROM prediction FINAL
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND occurred_at >= {from:DateTime64(6, 'UTC')}
  AND occurred_at < {to:DateTime64(6, 'UTC')}
  AND ({version:String} = '' OR version = {version:String})
  AND ({environment:String} = '' OR environment = {environment:String})
SETTINGS do_not_merge_across_partitions_select_final = 1
