-- How much an organization, and each of its API keys, may send. NULL: the default of the server's configuration.
-- 0: no limit. Set by who runs the server, through the bootstrap file.
CREATE TABLE quota (
    organization_id uuid NOT NULL DEFAULT current_organization(),
    -- Public part of an API key, or '' for the organization as a whole.
    api_key_id text NOT NULL,
    events_per_second bigint CONSTRAINT quota_events_per_second_ck CHECK (events_per_second >= 0),
    event_burst bigint CONSTRAINT quota_event_burst_ck CHECK (event_burst >= 1),
    bytes_per_second bigint CONSTRAINT quota_bytes_per_second_ck CHECK (bytes_per_second >= 0),
    byte_burst bigint CONSTRAINT quota_byte_burst_ck CHECK (byte_burst >= 1),
    events_per_month bigint CONSTRAINT quota_events_per_month_ck CHECK (events_per_month >= 0),
    pending_share double precision CONSTRAINT quota_pending_share_ck CHECK (pending_share > 0 AND pending_share <= 1),
    max_body_bytes bigint CONSTRAINT quota_max_body_bytes_ck CHECK (max_body_bytes >= 1024),
    max_features integer CONSTRAINT quota_max_features_ck CHECK (max_features >= 1),
    updated_at timestamptz NOT NULL,
    CONSTRAINT quota_pk PRIMARY KEY (organization_id, api_key_id),
    CONSTRAINT quota_organization_fk FOREIGN KEY (organization_id) REFERENCES organization,
    CONSTRAINT quota_key_ck CHECK (
        api_key_id = ''
        OR (events_per_month IS NULL AND pending_share IS NULL AND max_body_bytes IS NULL AND max_features IS NULL))
);

-- Events that an organization sent in a calendar month (UTC). Each backend adds what it took in every few seconds.
CREATE TABLE quota_usage (
    organization_id uuid NOT NULL DEFAULT current_organization(),
    month date NOT NULL,
    events bigint NOT NULL,
    CONSTRAINT quota_usage_pk PRIMARY KEY (organization_id, month),
    CONSTRAINT quota_usage_organization_fk FOREIGN KEY (organization_id) REFERENCES organization
);

ALTER TABLE quota ENABLE ROW LEVEL SECURITY;
ALTER TABLE quota FORCE ROW LEVEL SECURITY;
ALTER TABLE quota_usage ENABLE ROW LEVEL SECURITY;
ALTER TABLE quota_usage FORCE ROW LEVEL SECURITY;
CREATE POLICY organization_isolation ON quota
    USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY organization_isolation ON quota_usage
    USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
GRANT SELECT, INSERT, UPDATE ON quota TO tidewatch_app;
GRANT SELECT, INSERT, UPDATE ON quota_usage TO tidewatch_app;
