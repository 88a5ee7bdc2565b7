-- Regression performance by interval and version, by interval, by version, and of all. Errors are prediction minus truth.
SELECT
    grouping(unit) AS allTime,
    grouping(version) AS allVersions,
    unit,
    version,
    count() AS predictions,
    countIf(hasTruth) AS truths,
    avgIf(abs(error), hasTruth) AS mae,
    avgIf(error * error, hasTruth) AS mse,
    avgIf(error, hasTruth) AS meanError,
    maxIf(abs(error), hasTruth) AS maxError,
    varPopStableIf(truth_value, hasTruth) AS truthVariance,
    varPopStableIf(error, hasTruth) AS errorVariance
FROM
(
    SELECT
        intDiv(toUnixTimestamp64Milli(occurred_at), {stepMillis:Int64}) AS unit,
        version,
        -- Without a truth the join gives 0, not NaN: the id of the truth tells.
        g.prediction_id != toUUID('00000000-0000-0000-0000-000000000000') AS hasTruth,
        truth_value,
        predicted_value - truth_value AS error
    FROM
    (
        SELECT prediction_id, occurred_at, version, predicted_value
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
        SELECT prediction_id, truth_value
        FROM ground_truth FINAL
        WHERE organization_id = {organizationId:UUID}
          AND model_id = {modelId:UUID}
          AND occurred_at >= {from:DateTime64(6, 'UTC')}
          AND occurred_at < {to:DateTime64(6, 'UTC')}
    ) AS g ON p.prediction_id = g.prediction_id
)
GROUP BY GROUPING SETS ((unit, version), (unit), (version), ())
SETTINGS do_not_merge_across_partitions_select_final = 1
