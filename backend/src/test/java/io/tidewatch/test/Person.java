package io.tidewatch.test;

import io.tidewatch.local.accounts.Accounts;
import java.util.List;
import java.util.Locale;

/** People that the test realm knows. {@link TestOrganization} maps their groups to rights. */
public enum Person {
    /** May do everything in the organization. */
    ORGANIZATION_ADMIN("organization-admins"),
    /** Admin of team red. */
    TEAM_ADMIN("red-admins"),
    /** Editor of team red. */
    EDITOR("red-editors"),
    /** Viewer of team red. */
    VIEWER("red-viewers"),
    /** Admin of team blue, the other team of the same organization. */
    OTHER_TEAM("blue-admins"),
    /** Admin of another organization, without any right in this one. */
    STRANGER("strangers");

    private final String group;

    Person(String group) {
        this.group = group;
    }

    /** Her only group at the identity provider. */
    public String group() {
        return group;
    }

    /** Her name and, in tests, her password. */
    public String username() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Accounts accounts() {
        return new Accounts(
                List.of(), List.of(values()).stream().map(Person::account).toList());
    }

    private Accounts.User account() {
        return new Accounts.User(
                username(), username(), "Test", username(), username() + "@example.com", List.of(group));
    }
}
