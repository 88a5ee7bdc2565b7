-- Work of all organizations that waits to be claimed. Holds ids only: what the work is about stands in the tables of
-- the organization, which the worker enters after the claim. The application role reaches it through these functions.
CREATE TABLE job_queue (
    queue text NOT NULL,
    organization_id uuid NOT NULL REFERENCES organization,
    id uuid NOT NULL,
    due_at timestamptz NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    CONSTRAINT job_queue_pk PRIMARY KEY (queue, organization_id, id)
);
CREATE INDEX job_queue_due_ix ON job_queue (queue, due_at);

-- In the transaction of the organization; a job that waits already becomes due at the earlier time.
CREATE FUNCTION enqueue_job(p_queue text, p_id uuid, p_due_at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
    INSERT INTO job_queue (queue, organization_id, id, due_at)
    VALUES (p_queue, current_organization(), p_id, p_due_at)
    ON CONFLICT (queue, organization_id, id) DO UPDATE SET due_at = least(job_queue.due_at, excluded.due_at)
$$;

-- Due jobs of all organizations, oldest first, none of them claimed by two workers. A job that is not finished comes
-- back after the lease.
CREATE FUNCTION claim_jobs(p_queue text, p_limit integer, p_now timestamptz, p_leased_until timestamptz)
RETURNS TABLE (organization_id uuid, id uuid, due_at timestamptz, attempts integer)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
    WITH due AS (
        SELECT j.queue, j.organization_id, j.id, j.due_at
        FROM job_queue j
        WHERE j.queue = p_queue AND j.due_at <= p_now
        ORDER BY j.due_at
        LIMIT p_limit
        FOR UPDATE SKIP LOCKED
    )
    UPDATE job_queue j SET due_at = p_leased_until, attempts = j.attempts + 1
    FROM due
    WHERE j.queue = due.queue AND j.organization_id = due.organization_id AND j.id = due.id
    RETURNING j.organization_id, j.id, due.due_at, j.attempts
$$;

-- In the transaction of the organization, together with what the job changed.
CREATE FUNCTION finish_job(p_queue text, p_id uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
    DELETE FROM job_queue WHERE queue = p_queue AND organization_id = current_organization() AND id = p_id
$$;

REVOKE ALL ON FUNCTION enqueue_job, claim_jobs, finish_job FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enqueue_job, claim_jobs, finish_job TO tidewatch_app;
