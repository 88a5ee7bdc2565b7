-- How long events are kept, where an organization or a model differs from the server.
CREATE TABLE retention_setting (
    organization_id uuid NOT NULL DEFAULT current_organization(),
    -- Id of a model, or '' for all models of the organization that have no row of their own.
    id text NOT NULL,
    days integer NOT NULL CONSTRAINT retention_setting_days_ck CHECK (days IN (7, 30, 90, 400)),
    changed_at timestamptz NOT NULL,
    CONSTRAINT retention_setting_pk PRIMARY KEY (organization_id, id),
    CONSTRAINT retention_setting_organization_fk FOREIGN KEY (organization_id) REFERENCES organization
);

-- Requests to erase an entity or the whole organization, and what became of them. A finished row is the proof; it outlives
-- the organization, hence no foreign key.
CREATE TABLE erasure (
    organization_id uuid NOT NULL DEFAULT current_organization(),
    id uuid NOT NULL,
    kind text NOT NULL CONSTRAINT erasure_kind_ck CHECK (kind IN ('ENTITY', 'ORGANIZATION')),
    status text NOT NULL CONSTRAINT erasure_status_ck CHECK (
        status IN ('REQUESTED', 'ERASING', 'FINISHED', 'CANCELLED')),
    -- The entity id, only as long as the work needs it.
    subject text,
    -- HMAC-SHA-256 of the entity id or of the organization's key, hexadecimal.
    subject_hash text NOT NULL,
    requested_by text NOT NULL,
    requested_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    erased_before timestamptz,
    -- Rows per table.
    counts_before jsonb,
    counts_after jsonb,
    verified_at timestamptz,
    finished_at timestamptz,
    CONSTRAINT erasure_pk PRIMARY KEY (organization_id, id),
    CONSTRAINT erasure_subject_ck CHECK (status IN ('REQUESTED', 'ERASING') OR subject IS NULL)
);

ALTER TABLE retention_setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE retention_setting FORCE ROW LEVEL SECURITY;
ALTER TABLE erasure ENABLE ROW LEVEL SECURITY;
ALTER TABLE erasure FORCE ROW LEVEL SECURITY;
CREATE POLICY organization_isolation ON retention_setting
    USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY organization_isolation ON erasure
    USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
GRANT SELECT, INSERT, UPDATE, DELETE ON retention_setting TO tidewatch_app;
GRANT SELECT, INSERT, UPDATE ON erasure TO tidewatch_app;

-- Tombstones outlive the organization too: the log may hold its events a little longer.
ALTER TABLE erased_entity DROP CONSTRAINT erased_entity_organization_fk;
ALTER TABLE erasure_key DROP CONSTRAINT erasure_key_organization_fk;
