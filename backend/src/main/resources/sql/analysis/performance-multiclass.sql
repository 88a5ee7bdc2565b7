-- Truth against prediction by interval and version. Everything here adds up, so coarser groups are sums of these.
SELECT
    intDiv(toUnixTimestamp64Milli(occurred_at), {stepMillis:Int64}) AS unit,
    version,
    truth_class AS truthClass,
    predicted_class AS predictedClass,
    count() AS n,
    -- Probability that was given to the true class; only where scores were sent.
    countIf(truth_class != '' AND notEmpty(class_scores)) AS scoredCount,
    sumIf(-log(least(greatest(class_scores[truth_class], 2.220446049250313e-16), 1)),
        truth_class != '' AND notEmpty(class_scores)) AS logLossSum
FROM
(
    SELECT prediction_id, occurred_at, version, predicted_class, class_scores
    FROM prediction FINAL
    WHERE organization_id = {organizationId:UUID}
      AND model_id = {modelId:UUID}
      AND occurred_at >= {from:DateTime64(6, 'UTC')}
      AND occurred_at < {to:DateTime64(6, 'UTC')}
      AND ({version:String} = '' OR version = {version:String})
      AND ({environment:String} = '' OR environment = {environment:String})
) AS p
LEFT JOIN
(
    SELECT prediction_id, truth_class
    FROM ground_truth FINAL
    WHERE organization_id = {organizationId:UUID}
      AND model_id = {modelId:UUID}
      AND occurred_at >= {from:DateTime64(6, 'UTC')}
      AND occurred_at < {to:DateTime64(6, 'UTC')}
) AS g ON p.prediction_id = g.prediction_id
GROUP BY unit, version, truthClass, predictedClass
SETTINGS do_not_merge_across_partitions_select_final = 1
