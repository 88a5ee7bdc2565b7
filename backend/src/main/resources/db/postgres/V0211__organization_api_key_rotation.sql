-- A key keeps its id when its secret is replaced. The secret before the current one works until a chosen time.
ALTER TABLE api_key
    ADD COLUMN rotated_at timestamptz,
    ADD COLUMN previous_secret_hash bytea
        CONSTRAINT api_key_previous_secret_hash_ck CHECK (octet_length(previous_secret_hash) = 32),
    ADD COLUMN previous_secret_until timestamptz,
    ADD COLUMN previous_secret_used_at timestamptz,
    ADD CONSTRAINT api_key_previous_secret_ck CHECK ((previous_secret_hash IS NULL) = (previous_secret_until IS NULL));

DROP FUNCTION find_api_key;
CREATE FUNCTION find_api_key(p_id text)
RETURNS TABLE (
    organization_id uuid, organization_key text, team_id uuid, name text, secret_hash bytea, scopes text[],
    expires_at timestamptz, revoked_at timestamptz, previous_secret_hash bytea, previous_secret_until timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
    SELECT k.organization_id, o.key, k.team_id, k.name, k.secret_hash, k.scopes, k.expires_at, k.revoked_at,
        k.previous_secret_hash, k.previous_secret_until
    FROM api_key k JOIN organization o USING (organization_id)
    WHERE k.id = p_id
$$;

REVOKE ALL ON FUNCTION find_api_key FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_api_key TO tidewatch_app;
