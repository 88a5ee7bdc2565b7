-- Teams are renamed against a revision, and removed with what only refers to them. An organization has a colour.
ALTER TABLE team ADD COLUMN revision integer NOT NULL DEFAULT 0;

ALTER TABLE organization ADD COLUMN accent text NOT NULL DEFAULT 'BLUE'
    CONSTRAINT organization_accent_ck CHECK (accent IN ('BLUE', 'TEAL', 'INDIGO', 'PLUM', 'RUST', 'GRAPHITE'));

-- Keys that have ended go with their team, and so do limits of keys.
GRANT DELETE ON api_key, quota TO tidewatch_app;

-- Members are listed and searched by name.
CREATE INDEX member_name_ix ON member (organization_id, name, user_id);
