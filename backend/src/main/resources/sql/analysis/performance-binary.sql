-- Binary performance by interval and version, by interval, by version, and of all: predictions joined with their truth.
-- versions, positives and thresholds belong together. A class that was sent counts; else the score against the threshold.
SELECT
    grouping(unit) AS allTime,
    grouping(version) AS allVersions,
    unit,
    version,
    count() AS predictions,
    countIf(hasTruth) AS truths,
    countIf(hasTruth AND predictedPositive AND positive) AS truePositives,
    countIf(hasTruth AND predictedPositive AND NOT positive) AS falsePositives,
    countIf(hasTruth AND NOT predictedPositive AND NOT positive) AS trueNegatives,
    countIf(hasTruth AND NOT predictedPositive AND positive) AS falseNegatives,
    countIf(scored) AS scoredCount,
    avgIf(pow(score - positive, 2), scored) AS brier,
    avgIf(-log(least(greatest(if(positive, score, 1 - score), 2.220446049250313e-16), 1)), scored) AS logLoss,
    -- Exact, ties included; not defined without rows of both classes.
    if(countIf(scored AND positive) > 0 AND countIf(scored AND NOT positive) > 0,
        arrayROCAUC(groupArrayIf(score, scored), groupArrayIf(positive, scored)), nan) AS rocAuc
FROM
(
    SELECT
        intDiv(toUnixTimestamp64Milli(occurred_at), {stepMillis:Int64}) AS unit,
        version,
        score,
        truth_class != '' AS hasTruth,
        hasTruth AND NOT isNaN(score) AS scored,
        transform(version, {versions:Array(String)}, {positives:Array(String)}, '') AS positiveClass,
        truth_class = positiveClass AS positive,
        if(predicted_class != '', predicted_class = positiveClass,
            score >= transform(version, {versions:Array(String)}, {thresholds:Array(Float64)}, 0.5)) AS predictedPositive
    FROM
    (
        SELECT prediction_id, occurred_at, version, score, predicted_class
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
)
GROUP BY GROUPING SETS ((unit, version), (unit), (version), ())
SETTINGS do_not_merge_across_partitions_select_final = 1
