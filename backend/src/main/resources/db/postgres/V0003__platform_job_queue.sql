-- Work of all organizations that waits to be claimed. Holds ids only, so that it needs no row-level security: what the
-- work is about stands in the tables of the organization, which the worker enters after the claim.
CREATE TABLE job_queue (
    queue text NOT NULL,
    organization_id uuid NOT NULL REFERENCES organization,
    id uuid NOT NULL,
    due_at timestamptz NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    CONSTRAINT job_queue_pk PRIMARY KEY (queue, organization_id, id)
);
CREATE INDEX job_queue_due_ix ON job_queue (queue, due_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON job_queue TO tidewatch_app;
