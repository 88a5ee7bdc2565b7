-- What belongs to an entity that is being erased: the keys of its predictions and of its dead letters. Lets an erasure
-- go on after a kill, and find ground truth that comes out of the log when the predictions are gone already. Emptied when
-- the erasure has finished. Holds no entity id.
CREATE TABLE IF NOT EXISTS erasure_scope
(
    organization_id UUID,
    erasure_id UUID,
    kind Enum8('prediction' = 1, 'dead-letter' = 2),
    model_id UUID,
    prediction_id UUID COMMENT 'zero for a dead letter',
    batch_id UInt64 COMMENT 'of a dead letter, else 0',
    event_index UInt32 COMMENT 'of a dead letter, else 0'
)
ENGINE = ${engine:ReplacingMergeTree}
ORDER BY (organization_id, erasure_id, kind, model_id, prediction_id, batch_id, event_index)
SETTINGS non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;
