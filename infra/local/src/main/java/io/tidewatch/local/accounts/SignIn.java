package io.tidewatch.local.accounts;

import java.util.ArrayList;
import java.util.List;

/**
 * What one person may do in one organization; a person in two organizations has two of these.
 *
 * @param username to sign in with
 * @param password to sign in with
 * @param organization key of the organization
 * @param roles {@code organization-admin}, or the roles he has in teams
 * @param teams the teams in which he has a role; empty for an organization admin, who has all
 */
public record SignIn(String username, String password, String organization, List<String> roles, List<TeamRole> teams) {

    /** The role of an organization's administrator. */
    public static final String ORGANIZATION_ADMIN = "organization-admin";

    /**
     * A role in a team.
     *
     * @param team key of the team
     * @param role viewer, editor or admin
     */
    public record TeamRole(String team, String role) {}

    /** The sign-ins of all people of the provider that every stack has, in the order of the accounts file. */
    public static List<SignIn> of(Accounts accounts) {
        List<SignIn> all = new ArrayList<>();
        for (Accounts.User user : accounts.users()) {
            for (Accounts.Organization organization : accounts.organizations()) {
                SignIn signIn = of(user, organization);
                if (!signIn.roles.isEmpty()) {
                    all.add(signIn);
                }
            }
        }
        return all;
    }

    private static SignIn of(Accounts.User user, Accounts.Organization organization) {
        List<String> roles = new ArrayList<>();
        List<TeamRole> teams = new ArrayList<>();
        for (Accounts.GroupMapping mapping : organization.groups()) {
            if (mapping.provider() != null || !user.groups().contains(mapping.group())) {
                continue;
            }
            if (mapping.team() != null && mapping.role() != null) {
                teams.add(new TeamRole(mapping.team(), mapping.role()));
                roles.add(mapping.role());
            } else {
                roles.add(ORGANIZATION_ADMIN);
            }
        }
        return new SignIn(
                user.username(),
                user.password(),
                organization.key(),
                roles.stream().distinct().toList(),
                List.copyOf(teams));
    }
}
