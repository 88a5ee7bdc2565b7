-- Steps of a model's setup that somebody left out for now. Everything else about a setup follows from facts.
CREATE TABLE onboarding_skip (
    organization_id uuid NOT NULL DEFAULT current_organization(),
    id uuid NOT NULL,
    model_id uuid NOT NULL,
    step text NOT NULL,
    skipped_at timestamptz NOT NULL,
    skipped_by text NOT NULL,
    CONSTRAINT onboarding_skip_pk PRIMARY KEY (organization_id, id),
    CONSTRAINT onboarding_skip_uk UNIQUE (organization_id, model_id, step),
    CONSTRAINT onboarding_skip_model_fk FOREIGN KEY (organization_id, model_id) REFERENCES registered_model
);
ALTER TABLE onboarding_skip ENABLE ROW LEVEL SECURITY;
ALTER TABLE onboarding_skip FORCE ROW LEVEL SECURITY;
CREATE POLICY organization_isolation ON onboarding_skip
    USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
GRANT SELECT, INSERT, DELETE ON onboarding_skip TO tidewatch_app;
