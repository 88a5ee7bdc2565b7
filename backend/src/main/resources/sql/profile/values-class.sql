-- Predicted classes, as in values-cat with position 1.
SELECT
    1 AS position,
    groupArrayIf(value, place <= {limit:UInt32}) AS labels,
    groupArrayIf(n, place <= {limit:UInt32}) AS counts,
    countIf(place > {limit:UInt32}) AS pooledCategories,
    sumIf(n, place > {limit:UInt32}) AS pooledCount
FROM
(
    SELECT predicted_class AS value, count() AS n, row_number() OVER (ORDER BY n DESC, value) AS place
    FROM prediction FINAL
    WHERE organization_id = {organizationId:UUID}
      AND model_id = {modelId:UUID}
      AND occurred_at >= {from:DateTime64(6, 'UTC')}
      AND occurred_at < {to:DateTime64(6, 'UTC')}
      AND ({version:String} = '' OR version = {version:String})
      AND ({environment:String} = '' OR environment = {environment:String})
      AND predicted_class != ''
    GROUP BY value
)
HAVING pooledCount + length(labels) > 0
SETTINGS do_not_merge_across_partitions_select_final = 1
