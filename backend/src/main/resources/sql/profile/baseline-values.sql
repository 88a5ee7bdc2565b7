-- The values of a baseline.
-- unbounded: a baseline is a pinned set of rows without time.
SELECT
    signal,
    kind,
    groupArray(number) AS numbers,
    groupArray(label) AS labels,
    groupArray(n) AS counts
FROM baseline_value
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND baseline_id = {baselineId:UUID}
GROUP BY signal, kind
