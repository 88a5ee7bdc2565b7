-- In a transaction of the organization: a worker that is still at it keeps the job from others a while longer.
CREATE FUNCTION extend_job(p_queue text, p_id uuid, p_until timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
    UPDATE job_queue SET due_at = p_until
    WHERE queue = p_queue AND organization_id = current_organization() AND id = p_id AND due_at < p_until
$$;

REVOKE ALL ON FUNCTION extend_job FROM PUBLIC;
GRANT EXECUTE ON FUNCTION extend_job TO tidewatch_app;
