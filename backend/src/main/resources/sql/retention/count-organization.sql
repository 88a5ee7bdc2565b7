-- Rows of an organization, per table: before, and as the proof after its erasure.
-- unbounded: every row, however old.
SELECT 'baseline_block' AS name, count() AS n
FROM baseline_block
WHERE organization_id = {organizationId:UUID}
UNION ALL
SELECT 'baseline_value', count()
FROM baseline_value
WHERE organization_id = {organizationId:UUID}
UNION ALL
SELECT 'dead_letter', count()
FROM dead_letter
WHERE organization_id = {organizationId:UUID}
UNION ALL
SELECT 'dead_letter_resolution', count()
FROM dead_letter_resolution
WHERE organization_id = {organizationId:UUID}
UNION ALL
SELECT 'erasure_scope', count()
FROM erasure_scope
WHERE organization_id = {organizationId:UUID}
UNION ALL
SELECT 'feature_rollup', count()
FROM feature_rollup
WHERE organization_id = {organizationId:UUID}
UNION ALL
SELECT 'ground_truth', count()
FROM ground_truth
WHERE organization_id = {organizationId:UUID}
UNION ALL
SELECT 'ground_truth_waiting', count()
FROM ground_truth_waiting
WHERE organization_id = {organizationId:UUID}
UNION ALL
SELECT 'histogram_bin_set', count()
FROM histogram_bin_set
WHERE organization_id = {organizationId:UUID}
UNION ALL
SELECT 'metric_point', count()
FROM metric_point
WHERE organization_id = {organizationId:UUID}
UNION ALL
SELECT 'performance_rollup', count()
FROM performance_rollup
WHERE organization_id = {organizationId:UUID}
UNION ALL
SELECT 'prediction', count()
FROM prediction
WHERE organization_id = {organizationId:UUID}
UNION ALL
SELECT 'prediction_index', count()
FROM prediction_index
WHERE organization_id = {organizationId:UUID}
