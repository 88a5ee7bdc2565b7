package io.tidewatch.ui.shell;

import io.tidewatch.ui.client.Me;

/** The pages of the administration, in the order of the menu, and whom each is for. */
public enum AdminPage {
    /** Everybody in the organization. */
    MEMBERS("admin/members", "Members", Audience.ADMINS),
    /** Teams and what they own. */
    TEAMS("admin/teams", "Teams", Audience.ADMINS),
    /** Groups of identity providers and the rights that they give. */
    GROUPS("admin/groups", "Groups", Audience.ORGANIZATION_ADMINS),
    /** What programs sign in with. */
    API_KEYS("admin/api-keys", "API keys", Audience.ADMINS),
    /** What may be sent, and what was. */
    QUOTAS("admin/quotas", "Quotas & use", Audience.ORGANIZATION_ADMINS),
    /** How long events are kept. */
    RETENTION("admin/retention", "Retention & erasure", Audience.ADMINS),
    /** Who did what. */
    AUDIT("admin/audit", "Audit log", Audience.ORGANIZATION_ADMINS),
    /** Where events are. */
    INGESTION("admin/ingestion", "Ingestion", Audience.EVERYBODY),
    /** Settings of the organization. */
    ORGANIZATION("admin/organization", "Organization", Audience.ORGANIZATION_ADMINS);

    private final String path;
    private final String label;
    private final Audience audience;

    AdminPage(String path, String label, Audience audience) {
        this.path = path;
        this.label = label;
        this.audience = audience;
    }

    /** Its address. */
    public String path() {
        return path;
    }

    /** Its name in the menu. */
    public String label() {
        return label;
    }

    /** Whether the person may open it, by the rights she has in the organization. */
    public boolean isFor(Me.Organization organization) {
        return audience.holds(organization);
    }

    /** Whom it is for, in words. */
    public String audience() {
        return audience.words;
    }

    private enum Audience {
        EVERYBODY("everybody"),
        ADMINS("admins of a team"),
        ORGANIZATION_ADMINS("organization admins");

        private final String words;

        Audience(String words) {
            this.words = words;
        }

        boolean holds(Me.Organization organization) {
            return switch (this) {
                case EVERYBODY -> true;
                case ADMINS ->
                    organization.organizationAdmin()
                            || organization.teams().stream().anyMatch(team -> "admin".equals(team.role()));
                case ORGANIZATION_ADMINS -> organization.organizationAdmin();
            };
        }
    }
}
