-- Models for whose predictions ground truth waits.
-- unbounded: the table holds only what waits, and is sorted by organization and model.
SELECT model_id AS modelId
FROM ground_truth_waiting FINAL
WHERE organization_id = {organizationId:UUID}
GROUP BY model_id
