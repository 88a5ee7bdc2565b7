-- Organizations, their teams and people. Every table with organization_id shows and accepts only the rows of the
-- organization that platform.tenancy set for the transaction; without one it is empty and read-only.

CREATE FUNCTION current_organization() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE
-- After its first use on a connection the setting reads '' instead of NULL.
RETURN NULLIF(current_setting('app.organization', true), '')::uuid;

CREATE TABLE organization (
    organization_id uuid NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    models_visible_to_all_teams boolean NOT NULL DEFAULT false,
    revision integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT organization_pk PRIMARY KEY (organization_id),
    CONSTRAINT organization_key_uk UNIQUE (key)
);

-- Which OIDC issuers the organization trusts to say who somebody is.
CREATE TABLE organization_issuer (
    organization_id uuid NOT NULL DEFAULT current_organization(),
    issuer text NOT NULL,
    CONSTRAINT organization_issuer_pk PRIMARY KEY (organization_id, issuer),
    CONSTRAINT organization_issuer_organization_fk FOREIGN KEY (organization_id) REFERENCES organization
);
CREATE INDEX organization_issuer_issuer_ix ON organization_issuer (issuer);

CREATE TABLE team (
    organization_id uuid NOT NULL DEFAULT current_organization(),
    id uuid NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT team_pk PRIMARY KEY (organization_id, id),
    CONSTRAINT team_key_uk UNIQUE (organization_id, key),
    CONSTRAINT team_organization_fk FOREIGN KEY (organization_id) REFERENCES organization
);

-- A person as one organization knows her. The same (issuer, subject) has the same user_id everywhere.
CREATE TABLE member (
    organization_id uuid NOT NULL DEFAULT current_organization(),
    user_id uuid NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    name text NOT NULL,
    email text,
    -- The groups of the latest token, to show who is in a team. Rights always come from the token at hand.
    groups varchar[] NOT NULL DEFAULT '{}',
    first_seen_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    CONSTRAINT member_pk PRIMARY KEY (organization_id, user_id),
    CONSTRAINT member_identity_uk UNIQUE (organization_id, issuer, subject),
    CONSTRAINT member_organization_fk FOREIGN KEY (organization_id) REFERENCES organization
);
CREATE INDEX member_identity_ix ON member (issuer, subject);

CREATE TABLE membership (
    organization_id uuid NOT NULL DEFAULT current_organization(),
    team_id uuid NOT NULL,
    user_id uuid NOT NULL,
    role text NOT NULL CONSTRAINT membership_role_ck CHECK (role IN ('VIEWER', 'EDITOR', 'ADMIN')),
    created_at timestamptz NOT NULL,
    CONSTRAINT membership_pk PRIMARY KEY (organization_id, team_id, user_id),
    CONSTRAINT membership_team_fk FOREIGN KEY (organization_id, team_id) REFERENCES team,
    CONSTRAINT membership_member_fk FOREIGN KEY (organization_id, user_id) REFERENCES member
);
CREATE INDEX membership_user_ix ON membership (organization_id, user_id);

-- A group of a trusted issuer gives a role in a team, or everything in the organization.
CREATE TABLE group_mapping (
    organization_id uuid NOT NULL DEFAULT current_organization(),
    id uuid NOT NULL,
    issuer text NOT NULL,
    group_name text NOT NULL,
    team_id uuid,
    role text CONSTRAINT group_mapping_role_ck CHECK (role IN ('VIEWER', 'EDITOR', 'ADMIN')),
    organization_admin boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL,
    CONSTRAINT group_mapping_pk PRIMARY KEY (organization_id, id),
    CONSTRAINT group_mapping_uk UNIQUE NULLS NOT DISTINCT (organization_id, issuer, group_name, team_id),
    CONSTRAINT group_mapping_target_ck CHECK (
        organization_admin = (team_id IS NULL) AND (team_id IS NULL) = (role IS NULL)),
    CONSTRAINT group_mapping_issuer_fk FOREIGN KEY (organization_id, issuer) REFERENCES organization_issuer,
    CONSTRAINT group_mapping_team_fk FOREIGN KEY (organization_id, team_id) REFERENCES team
);
CREATE INDEX group_mapping_group_ix ON group_mapping (issuer, group_name);

CREATE TABLE api_key (
    organization_id uuid NOT NULL DEFAULT current_organization(),
    id text NOT NULL,
    team_id uuid NOT NULL,
    name text NOT NULL,
    secret_hash bytea NOT NULL CONSTRAINT api_key_secret_hash_ck CHECK (octet_length(secret_hash) = 32),
    scopes text[] NOT NULL CONSTRAINT api_key_scopes_ck CHECK (
        cardinality(scopes) > 0 AND scopes <@ ARRAY['INGEST', 'READ', 'MANAGE']),
    created_at timestamptz NOT NULL,
    created_by text NOT NULL,
    expires_at timestamptz,
    revoked_at timestamptz,
    last_used_at timestamptz,
    CONSTRAINT api_key_pk PRIMARY KEY (organization_id, id),
    -- Keys are looked up before the organization is known, so their ids are unique across organizations.
    CONSTRAINT api_key_id_uk UNIQUE (id),
    CONSTRAINT api_key_team_fk FOREIGN KEY (organization_id, team_id) REFERENCES team
);

ALTER TABLE organization ENABLE ROW LEVEL SECURITY;
ALTER TABLE organization FORCE ROW LEVEL SECURITY;
ALTER TABLE organization_issuer ENABLE ROW LEVEL SECURITY;
ALTER TABLE organization_issuer FORCE ROW LEVEL SECURITY;
ALTER TABLE team ENABLE ROW LEVEL SECURITY;
ALTER TABLE team FORCE ROW LEVEL SECURITY;
ALTER TABLE member ENABLE ROW LEVEL SECURITY;
ALTER TABLE member FORCE ROW LEVEL SECURITY;
ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
ALTER TABLE membership FORCE ROW LEVEL SECURITY;
ALTER TABLE group_mapping ENABLE ROW LEVEL SECURITY;
ALTER TABLE group_mapping FORCE ROW LEVEL SECURITY;
ALTER TABLE api_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_key FORCE ROW LEVEL SECURITY;

CREATE POLICY organization_isolation ON organization
    USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY organization_isolation ON organization_issuer
    USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY organization_isolation ON team
    USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY organization_isolation ON member
    USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY organization_isolation ON membership
    USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY organization_isolation ON group_mapping
    USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY organization_isolation ON api_key
    USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());

-- Organizations are created by the owner role only; the application may change their settings.
GRANT SELECT, UPDATE ON organization TO tidewatch_app;
GRANT SELECT, INSERT ON organization_issuer TO tidewatch_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON team, member, membership, group_mapping TO tidewatch_app;
GRANT SELECT, INSERT, UPDATE ON api_key TO tidewatch_app;
