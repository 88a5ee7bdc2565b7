-- Audit entries are never changed, and removed only with their whole organization.
CREATE OR REPLACE FUNCTION audit_entry_refuse() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF EXISTS (
            SELECT FROM erasure e
            WHERE e.organization_id = OLD.organization_id AND e.kind = 'ORGANIZATION' AND e.status = 'ERASING'
                AND e.due_at <= now())
        THEN
            RETURN OLD;
        END IF;
    END IF;
    RAISE EXCEPTION 'audit entries are never changed' USING ERRCODE = 'insufficient_privilege';
END
$$;

-- Removes every row of the organization whose transaction is open, and writes the rows per table, before and after, into
-- its erasure. Works on every table with organization_id, also on those of later migrations: tables are tried until their
-- foreign keys let go. Only for an erasure that has begun and whose time to cancel is over.
CREATE FUNCTION erase_organization(p_erasure uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
DECLARE
    all_tables text[];
    remaining text[];
    blocked text[];
    name text;
    n bigint;
    before jsonb := '{}';
    after jsonb := '{}';
BEGIN
    PERFORM FROM erasure e
    WHERE e.organization_id = current_organization() AND e.id = p_erasure AND e.kind = 'ORGANIZATION'
        AND e.status = 'ERASING' AND e.due_at <= now()
    FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'this erasure is not due' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT array_agg(c.relname::text ORDER BY c.relname) INTO all_tables
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organization_id'
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND c.relname NOT IN ('erasure', 'erased_entity', 'erasure_key');
    FOREACH name IN ARRAY all_tables LOOP
        EXECUTE format('SELECT count(*) FROM %I WHERE organization_id = $1', name) INTO n USING current_organization();
        before := before || jsonb_build_object(name, n);
    END LOOP;
    remaining := all_tables;
    WHILE cardinality(remaining) > 0 LOOP
        blocked := '{}';
        FOREACH name IN ARRAY remaining LOOP
            BEGIN
                EXECUTE format('DELETE FROM %I WHERE organization_id = $1', name) USING current_organization();
            EXCEPTION WHEN foreign_key_violation THEN
                blocked := blocked || name;
            END;
        END LOOP;
        IF cardinality(blocked) = cardinality(remaining) THEN
            RAISE EXCEPTION 'tables hold each other: %', blocked;
        END IF;
        remaining := blocked;
    END LOOP;
    FOREACH name IN ARRAY all_tables LOOP
        EXECUTE format('SELECT count(*) FROM %I WHERE organization_id = $1', name) INTO n USING current_organization();
        after := after || jsonb_build_object(name, n);
    END LOOP;
    DELETE FROM erased_entity WHERE organization_id = current_organization() AND entity_hash <> '';
    DELETE FROM erasure WHERE organization_id = current_organization() AND id <> p_erasure;
    UPDATE erasure
    SET status = 'FINISHED', subject = NULL, requested_by = '', finished_at = now(), verified_at = now(),
        counts_before = coalesce(counts_before, '{}') || before, counts_after = coalesce(counts_after, '{}') || after
    WHERE organization_id = current_organization() AND id = p_erasure;
END
$$;


REVOKE ALL ON FUNCTION erase_organization FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_organization TO tidewatch_app;
