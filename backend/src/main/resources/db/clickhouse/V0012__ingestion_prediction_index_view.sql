-- Fills the index within the same INSERT. It only copies columns, so no value can make it fail.
CREATE MATERIALIZED VIEW IF NOT EXISTS prediction_index_view TO prediction_index AS
SELECT organization_id, model_id, prediction_id, occurred_at, version, content_hash, retention_days
FROM prediction;
