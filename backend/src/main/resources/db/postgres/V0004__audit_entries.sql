-- Who did what to what. Written in the transaction of the change, never changed, chained by hash per organization.
CREATE TABLE audit_entry (
    organization_id uuid NOT NULL DEFAULT current_organization(),
    id uuid NOT NULL,
    sequence bigint NOT NULL DEFAULT 0,
    at timestamptz NOT NULL,
    actor_kind text NOT NULL,
    actor_id text NOT NULL,
    actor_name text NOT NULL,
    action text NOT NULL,
    resource_type text NOT NULL,
    resource_id text NOT NULL,
    before jsonb,
    after jsonb,
    remote_address text,
    trace_id text,
    previous_hash bytea NOT NULL DEFAULT '\x',
    hash bytea NOT NULL DEFAULT '\x',
    CONSTRAINT audit_entry_pk PRIMARY KEY (organization_id, sequence),
    CONSTRAINT audit_entry_id_uk UNIQUE (organization_id, id),
    CONSTRAINT audit_entry_organization_fk FOREIGN KEY (organization_id) REFERENCES organization
);

-- The newest link of each organization's chain. Its row lock puts the entries in order.
CREATE TABLE audit_head (
    organization_id uuid NOT NULL DEFAULT current_organization(),
    sequence bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT audit_head_pk PRIMARY KEY (organization_id),
    CONSTRAINT audit_head_organization_fk FOREIGN KEY (organization_id) REFERENCES organization
);

ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_head ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_head FORCE ROW LEVEL SECURITY;
CREATE POLICY organization_isolation ON audit_entry
    USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY organization_isolation ON audit_head
    USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());

CREATE FUNCTION audit_entry_hash(e audit_entry) RETURNS bytea
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public SET TimeZone = 'UTC'
AS $$
    -- A JSON array keeps the fields apart, so that no two entries give the same text.
    SELECT sha256(e.previous_hash || convert_to(
        jsonb_build_array(
            e.organization_id, e.id, e.sequence, extract(epoch FROM e.at), e.actor_kind, e.actor_id, e.actor_name,
            e.action, e.resource_type, e.resource_id, e.before, e.after, e.remote_address, e.trace_id)::text,
        'UTF8'))
$$;

-- Runs as the owner: the application itself may not write the head.
CREATE FUNCTION audit_entry_chain() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
DECLARE
    head audit_head;
BEGIN
    INSERT INTO audit_head (organization_id, sequence, hash) VALUES (NEW.organization_id, 0, '\x')
    ON CONFLICT DO NOTHING;
    SELECT * INTO STRICT head FROM audit_head WHERE organization_id = NEW.organization_id FOR UPDATE;
    NEW.sequence := head.sequence + 1;
    NEW.previous_hash := head.hash;
    NEW.hash := audit_entry_hash(NEW);
    UPDATE audit_head SET sequence = NEW.sequence, hash = NEW.hash WHERE organization_id = NEW.organization_id;
    RETURN NEW;
END
$$;

CREATE FUNCTION audit_entry_refuse() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    RAISE EXCEPTION 'audit entries are never changed' USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER audit_entry_chain BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_entry_chain();
CREATE TRIGGER audit_entry_refuse BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION audit_entry_refuse();
CREATE TRIGGER audit_entry_refuse_truncate BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_refuse();

REVOKE ALL ON FUNCTION audit_entry_hash, audit_entry_chain, audit_entry_refuse FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_entry_hash TO tidewatch_app;
GRANT SELECT, INSERT ON audit_entry TO tidewatch_app;
GRANT SELECT ON audit_head TO tidewatch_app;
