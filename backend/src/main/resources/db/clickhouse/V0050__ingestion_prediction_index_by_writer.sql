-- The writer fills the index itself, after the predictions: only so can it tell after a kill that a prediction which is
-- in the index is stored.
DROP VIEW IF EXISTS prediction_index_view;
