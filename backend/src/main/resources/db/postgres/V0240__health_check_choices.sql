-- Which health checks of a model somebody chose. No row, or no checks: the usual ones.
CREATE TABLE health_check_choice (
    organization_id uuid NOT NULL DEFAULT current_organization(),
    model_id uuid NOT NULL,
    checks jsonb,
    revision integer NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by text NOT NULL,
    CONSTRAINT health_check_choice_pk PRIMARY KEY (organization_id, model_id),
    CONSTRAINT health_check_choice_model_fk FOREIGN KEY (organization_id, model_id) REFERENCES registered_model
);
ALTER TABLE health_check_choice ENABLE ROW LEVEL SECURITY;
ALTER TABLE health_check_choice FORCE ROW LEVEL SECURITY;
CREATE POLICY organization_isolation ON health_check_choice
    USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
GRANT SELECT, INSERT, UPDATE ON health_check_choice TO tidewatch_app;
