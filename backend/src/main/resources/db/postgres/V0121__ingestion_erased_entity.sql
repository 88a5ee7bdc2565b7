-- Entities whose events up to a time must not be stored, nor stored again from the write-ahead log. Holds keyed hashes
-- only: the id itself is gone when the erasure has finished.
CREATE TABLE erased_entity (
    organization_id uuid NOT NULL DEFAULT current_organization(),
    -- HMAC-SHA-256 of the entity id under the organization's erasure key, hexadecimal; '' is the whole organization.
    entity_hash text NOT NULL CONSTRAINT erased_entity_hash_ck CHECK (entity_hash ~ '^([0-9a-f]{64})?$'),
    -- Events that occurred or were received before this are covered.
    erased_before timestamptz NOT NULL,
    CONSTRAINT erased_entity_pk PRIMARY KEY (organization_id, entity_hash),
    CONSTRAINT erased_entity_organization_fk FOREIGN KEY (organization_id) REFERENCES organization
);

-- The key of the hashes, made at random with the organization's first erasure and never shown. Without it nobody can
-- try ids against the hashes in the audit.
CREATE TABLE erasure_key (
    organization_id uuid NOT NULL DEFAULT current_organization(),
    id text NOT NULL CONSTRAINT erasure_key_one_ck CHECK (id = 'key'),
    key bytea NOT NULL CONSTRAINT erasure_key_ck CHECK (octet_length(key) = 32),
    CONSTRAINT erasure_key_pk PRIMARY KEY (organization_id, id),
    CONSTRAINT erasure_key_organization_fk FOREIGN KEY (organization_id) REFERENCES organization
);

ALTER TABLE erased_entity ENABLE ROW LEVEL SECURITY;
ALTER TABLE erased_entity FORCE ROW LEVEL SECURITY;
ALTER TABLE erasure_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE erasure_key FORCE ROW LEVEL SECURITY;
CREATE POLICY organization_isolation ON erased_entity
    USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY organization_isolation ON erasure_key
    USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
GRANT SELECT, INSERT, UPDATE, DELETE ON erased_entity TO tidewatch_app;
GRANT SELECT, INSERT ON erasure_key TO tidewatch_app;
