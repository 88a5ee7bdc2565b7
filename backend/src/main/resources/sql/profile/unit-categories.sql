-- Categories of one variable by step of time: one row per step, each category once with its count.
SELECT
    unit,
    groupArray(label) AS labels,
    groupArray(n) AS counts
FROM
(
    SELECT
        toInt32(intDiv(toUnixTimestamp64Milli(occurred_at), {stepMillis:Int64})) AS unit,
        assumeNotNull(if({source:String} = 'CLASS',
            nullIf(toString(predicted_class), ''), toString(arrayElementOrNull(cat, {position:UInt32})))) AS label,
        count() AS n
    FROM prediction FINAL
    WHERE organization_id = {organizationId:UUID}
      AND model_id = {modelId:UUID}
      AND occurred_at >= {from:DateTime64(6, 'UTC')}
      AND occurred_at < {to:DateTime64(6, 'UTC')}
      AND ({version:String} = '' OR version = {version:String})
      AND ({environment:String} = '' OR environment = {environment:String})
      AND if({source:String} = 'CLASS',
            predicted_class != '', arrayElementOrNull(cat, {position:UInt32}) IS NOT NULL)
    GROUP BY unit, label
)
GROUP BY unit
SETTINGS do_not_merge_across_partitions_select_final = 1
