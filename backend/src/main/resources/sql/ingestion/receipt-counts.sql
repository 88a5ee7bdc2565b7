-- What became of the events of an entry of the log.
-- unbounded: finds the few parts of an entry by the index of its number.
SELECT
    (SELECT count()
     FROM prediction
     WHERE organization_id = {organizationId:UUID}
       AND model_id = {modelId:UUID}
       AND batch_id = {batchId:UInt64}) AS stored,
    (SELECT count()
     FROM dead_letter
     WHERE organization_id = {organizationId:UUID}
       AND model_id = {modelId:UUID}
       AND batch_id = {batchId:UInt64}) AS deadLettered
