package io.tidewatch.ui.administration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuersTest {

    @ParameterizedTest
    @CsvSource({
        "https://sso.example.com/realms/staff, sso.example.com / staff",
        "https://sso.example.com/realms/staff/, sso.example.com / staff",
        "https://accounts.example.com, accounts.example.com",
        "not an address, not an address",
        "urn:issuer, urn:issuer"
    })
    void namesHostAndRealm(String issuer, String label) {
        assertThat(Issuers.label(issuer)).isEqualTo(label);
    }
}
