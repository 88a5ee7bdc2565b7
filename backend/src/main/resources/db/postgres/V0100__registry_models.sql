-- Models, who owns them, who else may read them, and their versions.

CREATE TABLE registered_model (
    organization_id uuid NOT NULL DEFAULT current_organization(),
    id uuid NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    description text,
    task text NOT NULL CONSTRAINT registered_model_task_ck CHECK (task IN ('BINARY', 'MULTICLASS', 'REGRESSION')),
    team_id uuid NOT NULL,
    revision integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT registered_model_pk PRIMARY KEY (organization_id, id),
    CONSTRAINT registered_model_key_uk UNIQUE (organization_id, key),
    CONSTRAINT registered_model_team_fk FOREIGN KEY (organization_id, team_id) REFERENCES team
);
CREATE INDEX registered_model_team_ix ON registered_model (organization_id, team_id);

-- Teams that may read the model beside the one that owns it.
CREATE TABLE registered_model_share (
    organization_id uuid NOT NULL DEFAULT current_organization(),
    id uuid NOT NULL,
    model_id uuid NOT NULL,
    team_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT registered_model_share_pk PRIMARY KEY (organization_id, id),
    CONSTRAINT registered_model_share_uk UNIQUE (organization_id, model_id, team_id),
    CONSTRAINT registered_model_share_model_fk FOREIGN KEY (organization_id, model_id) REFERENCES registered_model,
    CONSTRAINT registered_model_share_team_fk FOREIGN KEY (organization_id, team_id) REFERENCES team
);
CREATE INDEX registered_model_share_team_ix ON registered_model_share (organization_id, team_id);

-- The fixed place of each feature of a model in the positional arrays of its stored predictions. Append-only: versions
-- that declare a feature of the same name and type share its place, so that one place means one feature for ever.
CREATE TABLE model_feature (
    organization_id uuid NOT NULL DEFAULT current_organization(),
    id uuid NOT NULL,
    model_id uuid NOT NULL,
    name text NOT NULL,
    type text NOT NULL,
    storage text NOT NULL,
    position integer NOT NULL CONSTRAINT model_feature_position_ck CHECK (position >= 0),
    CONSTRAINT model_feature_pk PRIMARY KEY (organization_id, id),
    CONSTRAINT model_feature_name_uk UNIQUE (organization_id, model_id, name, type),
    CONSTRAINT model_feature_position_uk UNIQUE (organization_id, model_id, storage, position),
    CONSTRAINT model_feature_model_fk FOREIGN KEY (organization_id, model_id) REFERENCES registered_model
);

-- A trained version and its feature schema; never changed once registered.
CREATE TABLE model_version (
    organization_id uuid NOT NULL DEFAULT current_organization(),
    id uuid NOT NULL,
    model_id uuid NOT NULL,
    version text NOT NULL,
    description text,
    schema_id integer NOT NULL,
    schema jsonb NOT NULL,
    output jsonb NOT NULL,
    parameters jsonb NOT NULL,
    metrics jsonb NOT NULL,
    trained_from timestamptz,
    trained_to timestamptz,
    created_at timestamptz NOT NULL,
    CONSTRAINT model_version_pk PRIMARY KEY (organization_id, id),
    CONSTRAINT model_version_uk UNIQUE (organization_id, model_id, version),
    CONSTRAINT model_version_schema_uk UNIQUE (organization_id, model_id, schema_id),
    CONSTRAINT model_version_model_fk FOREIGN KEY (organization_id, model_id) REFERENCES registered_model
);

ALTER TABLE registered_model ENABLE ROW LEVEL SECURITY;
ALTER TABLE registered_model FORCE ROW LEVEL SECURITY;
ALTER TABLE registered_model_share ENABLE ROW LEVEL SECURITY;
ALTER TABLE registered_model_share FORCE ROW LEVEL SECURITY;
ALTER TABLE model_feature ENABLE ROW LEVEL SECURITY;
ALTER TABLE model_feature FORCE ROW LEVEL SECURITY;
ALTER TABLE model_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE model_version FORCE ROW LEVEL SECURITY;

CREATE POLICY organization_isolation ON registered_model
    USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY organization_isolation ON registered_model_share
    USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY organization_isolation ON model_feature
    USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY organization_isolation ON model_version
    USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());

GRANT SELECT, INSERT, UPDATE ON registered_model TO tidewatch_app;
GRANT SELECT, INSERT, DELETE ON registered_model_share TO tidewatch_app;
GRANT SELECT, INSERT ON model_feature, model_version TO tidewatch_app;
