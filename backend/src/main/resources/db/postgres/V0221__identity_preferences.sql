-- What a person prefers, the same in every organization. As with sessions, the application role has no right on the table
-- and reaches the row of one person through the functions.
CREATE TABLE person_preference (
    user_id uuid NOT NULL,
    -- IANA name, or NULL for that of the browser.
    time_zone text,
    theme text NOT NULL CONSTRAINT person_preference_theme_ck CHECK (theme IN ('SYSTEM', 'LIGHT', 'DARK')),
    -- E-mail addresses beside that of the sign-in. None of them is verified.
    addresses text[] NOT NULL DEFAULT '{}' CONSTRAINT person_preference_addresses_ck CHECK (cardinality(addresses) <= 10),
    revision integer NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT person_preference_pk PRIMARY KEY (user_id)
);

CREATE FUNCTION find_preferences(p_user_id uuid)
RETURNS TABLE (time_zone text, theme text, addresses text[], revision integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
    SELECT p.time_zone, p.theme, p.addresses, p.revision FROM person_preference p WHERE p.user_id = p_user_id
$$;

-- Nothing if somebody else has saved since the revision; 0 for a person who has saved nothing yet.
CREATE FUNCTION save_preferences(
    p_user_id uuid, p_time_zone text, p_theme text, p_addresses text[], p_revision integer, p_now timestamptz)
RETURNS TABLE (time_zone text, theme text, addresses text[], revision integer)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
    INSERT INTO person_preference AS p (user_id, time_zone, theme, addresses, revision, updated_at)
    SELECT p_user_id, p_time_zone, p_theme, p_addresses, p_revision + 1, p_now
    WHERE p_revision = 0 OR EXISTS (SELECT FROM person_preference k WHERE k.user_id = p_user_id)
    ON CONFLICT (user_id) DO UPDATE SET
        time_zone = excluded.time_zone,
        theme = excluded.theme,
        addresses = excluded.addresses,
        revision = excluded.revision,
        updated_at = excluded.updated_at
    WHERE p.revision = p_revision
    RETURNING p.time_zone, p.theme, p.addresses, p.revision
$$;

REVOKE ALL ON FUNCTION find_preferences, save_preferences FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_preferences, save_preferences TO tidewatch_app;
