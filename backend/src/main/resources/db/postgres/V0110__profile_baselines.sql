-- Pinned reference windows: what they were pinned from, and the profile of each variable with its bins. The values
-- themselves are in ClickHouse, table baseline_value.
CREATE TABLE baseline (
    organization_id uuid NOT NULL DEFAULT current_organization(),
    id uuid NOT NULL,
    model_id uuid NOT NULL,
    name text NOT NULL,
    version text,
    environment text,
    window_from timestamptz NOT NULL,
    window_to timestamptz NOT NULL,
    prediction_count bigint NOT NULL,
    profile jsonb NOT NULL,
    pinned_at timestamptz NOT NULL,
    pinned_by text NOT NULL,
    CONSTRAINT baseline_pk PRIMARY KEY (organization_id, id),
    CONSTRAINT baseline_window_ck CHECK (window_from < window_to),
    CONSTRAINT baseline_model_fk FOREIGN KEY (organization_id, model_id) REFERENCES registered_model
);
CREATE INDEX baseline_model_ix ON baseline (organization_id, model_id, id DESC);

ALTER TABLE baseline ENABLE ROW LEVEL SECURITY;
ALTER TABLE baseline FORCE ROW LEVEL SECURITY;
CREATE POLICY organization_isolation ON baseline
    USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
GRANT SELECT, INSERT ON baseline TO tidewatch_app;
