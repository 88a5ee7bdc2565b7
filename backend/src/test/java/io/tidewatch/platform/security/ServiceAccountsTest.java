package io.tidewatch.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tokens as providers write them: of programs, and of people. */
class ServiceAccountsTest {

    @Test
    void keycloakNamesTheAccountAfterTheClient() {
        assertThat(ServiceAccounts.client(Map.of(
                        "client_id",
                        "Export",
                        "azp",
                        "Export",
                        "preferred_username",
                        "service-account-export",
                        "sub",
                        "0d2f")::get))
                .contains("Export");
    }

    @Test
    void othersMakeTheClientTheSubjectOrSayHowItWasGranted() {
        assertThat(ServiceAccounts.client(Map.of("client_id", "export", "sub", "export")::get))
                .contains("export");
        assertThat(ServiceAccounts.client(Map.of("azp", "export", "sub", "export@clients")::get))
                .contains("export");
        assertThat(ServiceAccounts.client(Map.of("azp", "export", "idtyp", "app", "sub", "1")::get))
                .contains("export");
        assertThat(ServiceAccounts.client(Map.of("azp", "export", "gty", "client-credentials", "sub", "1")::get))
                .contains("export");
    }

    @Test
    void whoSignedInIsAPerson() {
        assertThat(ServiceAccounts.client(Map.of("azp", "tidewatch-frontend", "sub", "ada")::get))
                .isEmpty();
        assertThat(ServiceAccounts.client(Map.of("client_id", "tidewatch-frontend", "sub", "ada")::get))
                .isEmpty();
        assertThat(ServiceAccounts.client(Map.of("sub", "ada")::get)).isEmpty();
    }

    @Test
    void aPersonWithTheNameOfAServiceAccountStaysAPerson() {
        assertThat(
                        ServiceAccounts.client(Map.of(
                                "client_id",
                                "export",
                                "preferred_username",
                                "service-account-export",
                                "sid",
                                "s",
                                "sub",
                                "ada")::get))
                .isEmpty();
        assertThat(ServiceAccounts.client(
                        Map.of("azp", "export", "preferred_username", "service-account-export", "sub", "ada")::get))
                .isEmpty();
    }

    @Test
    void noGroupPassesForAClient() {
        assertThat(ServiceAccounts.groups(Set.of("editors", "client:export"), null))
                .containsExactly("editors");
        assertThat(ServiceAccounts.groups(Set.of("editors", "client:other"), "export"))
                .containsExactlyInAnyOrder("editors", "client:export");
    }
}
