-- The narrow doors that run before an organization is known. The application role may execute them and gets one row
-- for one key id, or the organizations of one person; it can't list anything through them. They run as the owner of
-- the tables, to whom row-level security applies as well, hence the policies.

CREATE POLICY owner_looks_up ON organization FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY owner_looks_up ON organization_issuer FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY owner_looks_up ON team FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY owner_looks_up ON member FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY owner_looks_up ON membership FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY owner_looks_up ON group_mapping FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY owner_looks_up ON api_key FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY owner_creates ON organization FOR INSERT TO CURRENT_USER WITH CHECK (true);

CREATE FUNCTION find_api_key(p_id text)
RETURNS TABLE (
    organization_id uuid, organization_key text, team_id uuid, name text, secret_hash bytea, scopes text[],
    expires_at timestamptz, revoked_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
    SELECT k.organization_id, o.key, k.team_id, k.name, k.secret_hash, k.scopes, k.expires_at, k.revoked_at
    FROM api_key k JOIN organization o USING (organization_id)
    WHERE k.id = p_id
$$;

-- One row per organization that trusts the issuer and gives the person at least one right, through a direct
-- membership or through one of the groups of her token.
CREATE FUNCTION find_person(p_issuer text, p_user_id uuid, p_groups text[])
RETURNS TABLE (
    organization_id uuid, organization_key text, organization_name text, known boolean, organization_admin boolean,
    teams jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
    WITH given AS (
        SELECT g.organization_id, g.team_id, g.role, g.organization_admin
        FROM group_mapping g
        WHERE g.issuer = p_issuer AND g.group_name = ANY (p_groups)
        UNION ALL
        SELECT s.organization_id, s.team_id, s.role, false
        FROM membership s
        JOIN organization_issuer i ON i.organization_id = s.organization_id AND i.issuer = p_issuer
        WHERE s.user_id = p_user_id
    ),
    strongest AS (
        SELECT organization_id, team_id, max(array_position(ARRAY['VIEWER', 'EDITOR', 'ADMIN'], role)) AS rank
        FROM given WHERE team_id IS NOT NULL
        GROUP BY organization_id, team_id
    )
    SELECT o.organization_id, o.key, o.name,
        EXISTS (SELECT FROM member m WHERE m.organization_id = o.organization_id AND m.user_id = p_user_id),
        bool_or(g.organization_admin),
        (SELECT coalesce(
                jsonb_agg(
                    jsonb_build_object(
                        'id', t.id, 'key', t.key, 'name', t.name,
                        'role', (ARRAY['VIEWER', 'EDITOR', 'ADMIN'])[s.rank])
                    ORDER BY t.key),
                '[]')
            FROM strongest s JOIN team t ON t.organization_id = s.organization_id AND t.id = s.team_id
            WHERE s.organization_id = o.organization_id)
    FROM given g JOIN organization o USING (organization_id)
    GROUP BY o.organization_id, o.key, o.name
    ORDER BY o.key
$$;

-- Creates an organization, or finds the one with this key. Only the owner role may: at start, from the bootstrap file.
CREATE FUNCTION provision_organization(p_id uuid, p_key text, p_name text, p_now timestamptz) RETURNS uuid
LANGUAGE sql SECURITY INVOKER SET search_path = pg_catalog, public
AS $$
    INSERT INTO organization (organization_id, key, name, created_at, updated_at)
    VALUES (p_id, p_key, p_name, p_now, p_now)
    ON CONFLICT (key) DO NOTHING;
    SELECT organization_id FROM organization WHERE key = p_key;
$$;

REVOKE ALL ON FUNCTION find_api_key, find_person, provision_organization FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_api_key, find_person TO tidewatch_app;
