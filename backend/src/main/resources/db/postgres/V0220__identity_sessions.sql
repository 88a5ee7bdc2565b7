-- Sign-ins of people, and those that have ended. A person is the same in every organization, so these tables belong to
-- none. The application role has no right on them: it reaches them through the functions below, each of which takes one
-- session or one person.

CREATE TABLE person_session (
    issuer text NOT NULL,
    -- The identity provider's id of the session.
    sid text NOT NULL,
    -- Names the session to the person, who need not know the sid.
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    signed_in_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    client text,
    browser text,
    address text,
    CONSTRAINT person_session_pk PRIMARY KEY (issuer, sid),
    CONSTRAINT person_session_id_uk UNIQUE (id)
);
CREATE INDEX person_session_user_ix ON person_session (user_id, last_seen_at DESC);
CREATE INDEX person_session_seen_ix ON person_session (last_seen_at);

-- What has ended: one session, or, where the provider names none, all of a subject that began until then.
CREATE TABLE ended_session (
    id bigint GENERATED ALWAYS AS IDENTITY,
    issuer text NOT NULL,
    scope text NOT NULL CONSTRAINT ended_session_scope_ck CHECK (scope IN ('SESSION', 'SUBJECT')),
    name text NOT NULL,
    ended_at timestamptz NOT NULL,
    -- No access token of before lives longer.
    kept_until timestamptz NOT NULL,
    CONSTRAINT ended_session_pk PRIMARY KEY (id),
    CONSTRAINT ended_session_name_uk UNIQUE (issuer, scope, name)
);
CREATE INDEX ended_session_kept_ix ON ended_session (kept_until);

-- Logout tokens that were obeyed, so that none is obeyed twice.
CREATE TABLE logout_token (
    issuer text NOT NULL,
    jti text NOT NULL,
    kept_until timestamptz NOT NULL,
    CONSTRAINT logout_token_pk PRIMARY KEY (issuer, jti)
);
CREATE INDEX logout_token_kept_ix ON logout_token (kept_until);

-- False if the logout token was used before.
CREATE FUNCTION end_session(
    p_issuer text, p_scope text, p_name text, p_jti text, p_ended_at timestamptz, p_kept_until timestamptz)
RETURNS TABLE (accepted boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
BEGIN
    IF p_jti IS NOT NULL THEN
        INSERT INTO logout_token AS t (issuer, jti, kept_until) VALUES (p_issuer, p_jti, p_kept_until)
        ON CONFLICT DO NOTHING;
        IF NOT FOUND THEN
            RETURN QUERY SELECT false;
            RETURN;
        END IF;
    END IF;
    -- One at a time, so that ids become visible in their order and no reader skips one.
    PERFORM pg_advisory_xact_lock(hashtextextended('ended_session', 0));
    DELETE FROM ended_session e
    WHERE e.issuer = p_issuer AND e.scope = p_scope AND e.name = p_name AND e.ended_at < p_ended_at;
    INSERT INTO ended_session AS e (issuer, scope, name, ended_at, kept_until)
    VALUES (p_issuer, p_scope, p_name, p_ended_at, p_kept_until)
    ON CONFLICT DO NOTHING;
    IF p_scope = 'SESSION' THEN
        DELETE FROM person_session s WHERE s.issuer = p_issuer AND s.sid = p_name;
    END IF;
    RETURN QUERY SELECT true;
END
$$;

-- What has ended since the reader looked last, in order.
CREATE FUNCTION find_ended_sessions(p_after bigint, p_now timestamptz, p_limit integer)
RETURNS TABLE (id bigint, issuer text, scope text, name text, ended_at timestamptz, kept_until timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
    SELECT e.id, e.issuer, e.scope, e.name, e.ended_at, e.kept_until
    FROM ended_session e
    WHERE e.id > p_after AND e.kept_until > p_now
    ORDER BY e.id
    LIMIT p_limit
$$;

-- Who signs in anew may get the same session id again from the provider, with a later time of sign-in.
CREATE FUNCTION has_session_ended(
    p_issuer text, p_sid text, p_subject text, p_signed_in_at timestamptz, p_issued_at timestamptz)
RETURNS TABLE (ended boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
    SELECT EXISTS (
            SELECT FROM ended_session e
            WHERE e.issuer = p_issuer AND e.scope = 'SESSION' AND e.name = p_sid
                AND (p_signed_in_at IS NULL OR p_signed_in_at <= e.ended_at))
        OR EXISTS (
            SELECT FROM ended_session e
            WHERE e.issuer = p_issuer AND e.scope = 'SUBJECT' AND e.name = p_subject
                AND coalesce(p_signed_in_at, p_issued_at) <= e.ended_at)
$$;

-- Notes that a session is in use. Who describes it overrides how the program that asks named itself.
CREATE FUNCTION note_session(
    p_issuer text, p_sid text, p_id uuid, p_user_id uuid, p_signed_in_at timestamptz, p_now timestamptz, p_client text,
    p_browser text, p_address text, p_described boolean)
RETURNS TABLE (noted boolean)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
    INSERT INTO person_session AS s (
        issuer, sid, id, user_id, signed_in_at, last_seen_at, client, browser, address)
    VALUES (p_issuer, p_sid, p_id, p_user_id, p_signed_in_at, p_now, p_client, p_browser, p_address)
    ON CONFLICT (issuer, sid) DO UPDATE SET
        signed_in_at = greatest(s.signed_in_at, excluded.signed_in_at),
        last_seen_at = greatest(s.last_seen_at, excluded.last_seen_at),
        client = coalesce(excluded.client, s.client),
        browser = CASE WHEN p_described THEN excluded.browser ELSE coalesce(s.browser, excluded.browser) END,
        address = CASE WHEN p_described THEN excluded.address ELSE coalesce(s.address, excluded.address) END
    WHERE s.user_id = excluded.user_id
    RETURNING true
$$;

CREATE FUNCTION find_sessions(p_user_id uuid, p_seen_since timestamptz, p_limit integer)
RETURNS TABLE (
    id uuid, issuer text, sid text, signed_in_at timestamptz, last_seen_at timestamptz, client text, browser text,
    address text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
    SELECT s.id, s.issuer, s.sid, s.signed_in_at, s.last_seen_at, s.client, s.browser, s.address
    FROM person_session s
    WHERE s.user_id = p_user_id AND s.last_seen_at >= p_seen_since
    ORDER BY s.last_seen_at DESC, s.id
    LIMIT p_limit
$$;

-- Removes what nobody needs any more.
CREATE FUNCTION forget_sessions(p_now timestamptz, p_seen_before timestamptz)
RETURNS TABLE (forgotten bigint)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
    WITH sessions AS (DELETE FROM person_session WHERE last_seen_at < p_seen_before RETURNING 1),
    ended AS (DELETE FROM ended_session WHERE kept_until <= p_now RETURNING 1),
    tokens AS (DELETE FROM logout_token WHERE kept_until <= p_now RETURNING 1)
    SELECT (SELECT count(*) FROM sessions) + (SELECT count(*) FROM ended) + (SELECT count(*) FROM tokens)
$$;

REVOKE ALL ON FUNCTION
    end_session, find_ended_sessions, has_session_ended, note_session, find_sessions, forget_sessions FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    end_session, find_ended_sessions, has_session_ended, note_session, find_sessions, forget_sessions
    TO tidewatch_app;
