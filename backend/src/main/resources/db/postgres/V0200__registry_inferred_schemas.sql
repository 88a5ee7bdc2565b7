-- A version may be registered from what its first events hold. Until a person has confirmed or corrected such a schema it
-- grows with the events; each schema that events were stored under stays readable under its number.
ALTER TABLE model_version
    ADD COLUMN schema_state text NOT NULL DEFAULT 'DECLARED'
        CONSTRAINT model_version_schema_state_ck CHECK (schema_state IN ('DECLARED', 'INFERRED', 'CONFIRMED')),
    ADD COLUMN earlier_schemas jsonb NOT NULL DEFAULT '{"schemas": []}';

GRANT UPDATE (schema_id, schema, output, schema_state, earlier_schemas) ON model_version TO tidewatch_app;
