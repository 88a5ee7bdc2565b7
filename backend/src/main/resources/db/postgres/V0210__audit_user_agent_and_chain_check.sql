-- What the caller's program calls itself. Part of the hash only where it is known, so that older entries keep theirs: an
-- array of 15 fields never reads like one of 14.
ALTER TABLE audit_entry ADD COLUMN user_agent text;

CREATE OR REPLACE FUNCTION audit_entry_hash(e audit_entry) RETURNS bytea
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public SET TimeZone = 'UTC'
AS $$
    -- A JSON array keeps the fields apart, so that no two entries give the same text.
    SELECT sha256(e.previous_hash || convert_to(
        (jsonb_build_array(
            e.organization_id, e.id, e.sequence, extract(epoch FROM e.at), e.actor_kind, e.actor_id, e.actor_name,
            e.action, e.resource_type, e.resource_id, e.before, e.after, e.remote_address, e.trace_id)
        || CASE WHEN e.user_agent IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(e.user_agent) END)::text,
        'UTF8'))
$$;

-- Filters of the audit page; each list is read newest first.
CREATE INDEX audit_entry_at_ix ON audit_entry (organization_id, at);
CREATE INDEX audit_entry_actor_ix ON audit_entry (organization_id, actor_id, sequence);
CREATE INDEX audit_entry_resource_ix ON audit_entry (organization_id, resource_type, resource_id, sequence);

-- Checks the links after p_after, at most p_limit of them, of the organization whose transaction is open: no entry is
-- missing, each hash is that of its entry, each entry follows the one before, and the newest is the head of the chain.
-- Reads no more rows than the limit. The first break is told with its sequence.
CREATE FUNCTION audit_chain_check(p_after bigint, p_limit integer) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, public
AS $$
    WITH part AS MATERIALIZED (
        SELECT e.sequence, e.hash, e.previous_hash, audit_entry_hash(e) AS expected
        FROM audit_entry e
        WHERE e.organization_id = current_organization() AND e.sequence > p_after
        ORDER BY e.sequence
        LIMIT p_limit
    ),
    -- The entry to go on from, so that a check in pieces joins them.
    start AS (
        SELECT coalesce(
            (SELECT e.hash FROM audit_entry e WHERE e.organization_id = current_organization() AND e.sequence = p_after),
            '\x') AS hash
    ),
    links AS (
        SELECT p.sequence, p.hash, p.expected, p.previous_hash,
            coalesce(lag(p.sequence) OVER (ORDER BY p.sequence), p_after) AS sequence_before,
            coalesce(lag(p.hash) OVER (ORDER BY p.sequence), start.hash) AS hash_before
        FROM part p CROSS JOIN start
    ),
    breaks AS (
        SELECT l.sequence_before + 1 AS sequence, 'missing' AS reason
        FROM links l WHERE l.sequence <> l.sequence_before + 1
        UNION ALL
        SELECT l.sequence, CASE WHEN l.hash <> l.expected THEN 'altered' ELSE 'unlinked' END
        FROM links l
        WHERE l.hash <> l.expected OR (l.previous_hash <> l.hash_before AND l.sequence = l.sequence_before + 1)
    ),
    newest AS (
        SELECT count(*) AS entries, coalesce(max(p.sequence), p_after) AS sequence,
            coalesce((SELECT q.hash FROM part q ORDER BY q.sequence DESC LIMIT 1), (SELECT hash FROM start)) AS hash
        FROM part p
    ),
    head AS (
        SELECT coalesce(max(h.sequence), 0) AS sequence, coalesce(max(encode(h.hash, 'hex')), '') AS hash
        FROM audit_head h WHERE h.organization_id = current_organization()
    ),
    ends AS (
        SELECT CASE WHEN h.sequence > n.sequence THEN n.sequence + 1 ELSE n.sequence END AS sequence,
            CASE WHEN h.sequence > n.sequence THEN 'missing' ELSE 'unlinked' END AS reason
        FROM newest n CROSS JOIN head h
        WHERE n.entries < p_limit AND (h.sequence <> n.sequence OR h.hash <> encode(n.hash, 'hex'))
    ),
    first_break AS (
        SELECT b.sequence, b.reason FROM (SELECT * FROM breaks UNION ALL SELECT * FROM ends) b ORDER BY b.sequence LIMIT 1
    )
    SELECT jsonb_build_object(
        'entries', n.entries, 'lastSequence', n.sequence, 'lastHash', encode(n.hash, 'hex'),
        'complete', n.entries < p_limit, 'brokenSequence', f.sequence, 'brokenReason', f.reason)
    FROM newest n LEFT JOIN first_break f ON true
$$;

REVOKE ALL ON FUNCTION audit_chain_check FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_chain_check TO tidewatch_app;
