-- Training and validation runs of models. The client makes the id; what it logged once is never changed.
CREATE TABLE model_run (
    organization_id uuid NOT NULL DEFAULT current_organization(),
    id uuid NOT NULL,
    model_id uuid NOT NULL,
    kind text NOT NULL CONSTRAINT model_run_kind_ck CHECK (kind IN ('TRAINING', 'VALIDATION')),
    status text NOT NULL CONSTRAINT model_run_status_ck CHECK (status IN ('SUCCEEDED', 'FAILED')),
    name text,
    version_id uuid,
    started_at timestamptz NOT NULL,
    ended_at timestamptz NOT NULL,
    parameters jsonb NOT NULL,
    metrics jsonb NOT NULL,
    content_hash bytea NOT NULL,
    created_at timestamptz NOT NULL,
    created_by text NOT NULL,
    CONSTRAINT model_run_pk PRIMARY KEY (organization_id, id),
    CONSTRAINT model_run_time_ck CHECK (started_at <= ended_at),
    CONSTRAINT model_run_model_fk FOREIGN KEY (organization_id, model_id) REFERENCES registered_model,
    CONSTRAINT model_run_version_fk FOREIGN KEY (organization_id, version_id) REFERENCES model_version
);
CREATE INDEX model_run_model_ix ON model_run (organization_id, model_id, started_at DESC, id DESC);
CREATE INDEX model_run_version_ix ON model_run (organization_id, version_id) WHERE version_id IS NOT NULL;

-- The large parts of a run, which lists leave alone.
CREATE TABLE model_run_detail (
    organization_id uuid NOT NULL DEFAULT current_organization(),
    id uuid NOT NULL,
    series jsonb NOT NULL,
    profile jsonb,
    CONSTRAINT model_run_detail_pk PRIMARY KEY (organization_id, id),
    CONSTRAINT model_run_detail_run_fk FOREIGN KEY (organization_id, id) REFERENCES model_run
);

-- A version may name the run that made it.
ALTER TABLE model_version ADD COLUMN run_id uuid;
ALTER TABLE model_version
    ADD CONSTRAINT model_version_run_fk FOREIGN KEY (organization_id, run_id) REFERENCES model_run;
CREATE INDEX model_version_run_ix ON model_version (organization_id, run_id) WHERE run_id IS NOT NULL;

ALTER TABLE model_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE model_run FORCE ROW LEVEL SECURITY;
ALTER TABLE model_run_detail ENABLE ROW LEVEL SECURITY;
ALTER TABLE model_run_detail FORCE ROW LEVEL SECURITY;

CREATE POLICY organization_isolation ON model_run
    USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY organization_isolation ON model_run_detail
    USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());

GRANT SELECT, INSERT ON model_run, model_run_detail TO tidewatch_app;
