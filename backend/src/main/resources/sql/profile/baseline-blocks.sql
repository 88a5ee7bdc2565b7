-- The values of a baseline in units of time and bins.
-- unbounded: a baseline is a pinned set of rows; its units are numbered from its own start.
SELECT signal, unit, bins
FROM baseline_block
WHERE organization_id = {organizationId:UUID}
  AND model_id = {modelId:UUID}
  AND baseline_id = {baselineId:UUID}
ORDER BY signal, unit
