-- Categories of features in the array cat, one row per position (from 1): the most frequent by name, the rest pooled.
SELECT
    position,
    groupArrayIf(value, place <= {limit:UInt32}) AS labels,
    groupArrayIf(n, place <= {limit:UInt32}) AS counts,
    countIf(place > {limit:UInt32}) AS pooledCategories,
    sumIf(n, place > {limit:UInt32}) AS pooledCount
FROM
(
    SELECT
        position,
        assumeNotNull(element) AS value,
        count() AS n,
        row_number() OVER (PARTITION BY position ORDER BY n DESC, value) AS place
    FROM prediction FINAL
    ARRAY JOIN cat AS element, arrayEnumerate(cat) AS position
    WHERE organization_id = {organizationId:UUID}
      AND model_id = {modelId:UUID}
      AND occurred_at >= {from:DateTime64(6, 'UTC')}
      AND occurred_at < {to:DateTime64(6, 'UTC')}
      AND ({version:String} = '' OR version = {version:String})
      AND ({environment:String} = '' OR environment = {environment:String})
      AND has({positions:Array(UInt32)}, position)
      AND element IS NOT NULL
    GROUP BY position, value
)
GROUP BY position
SETTINGS do_not_merge_across_partitions_select_final = 1
