package io.tidewatch.ui.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which provider a request is about. */
class ProvidersTest {

    private final Providers providers = providers("partner", "other");

    @ParameterizedTest
    @CsvSource({
        "/signin/partner, partner",
        "/signin/main, main",
        "/signin, main",
        "/signin/nobody, main",
        "/oidc/callback, main",
        "/oidc/callback/partner, partner"
    })
    void anAddressNamesItsProviderWhateverTheCookies(String path, String provider) {
        assertThat(of(path, List.of("q_session", "q_session_provider-other"), "other"))
                .isEqualTo(provider);
    }

    @ParameterizedTest
    @CsvSource({
        "q_session, main",
        "q_session_chunk_1, main",
        "q_session_provider-partner, partner",
        "q_session_provider-partner_chunk_2, partner",
        "q_session_provider-other, other",
        "JSESSIONID, main"
    })
    void otherPagesBelongToTheProviderOfTheSignIn(String cookie, String provider) {
        assertThat(of("/models", List.of(cookie), null)).isEqualTo(provider);
    }

    @Test
    void theLastChoiceDecidesBetweenTwoSignIns() {
        List<String> both = List.of("q_session", "q_session_provider-partner");

        assertThat(of("/models", both, "partner")).isEqualTo("partner");
        assertThat(of("/models", both, "main")).isEqualTo("main");
        assertThat(of("/models", both, "other")).as("not signed in there").isEqualTo("main");
    }

    @Test
    void aProviderDoesNotOwnTheCookiesOfOneWithALongerName() {
        Providers similar = providers("a", "a-b");

        assertThat(similar.of("/", List.of("q_session_provider-a-b"), null).name())
                .isEqualTo("a-b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Partner", "a_b", "a/b", "-a", "main"})
    void namesFitIntoAddressesAndCookies(String name) {
        assertThatThrownBy(() -> providers(name)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theFirstProviderComesFirst() {
        assertThat(providers.all()).extracting(Provider::name).containsExactly("main", "other", "partner");
    }

    private String of(String path, List<String> cookies, @Nullable String chosen) {
        return providers.of(path, cookies, chosen).name();
    }

    private static Providers providers(String... further) {
        return new Providers(new Config(Arrays.stream(further)
                .collect(Collectors.toMap(Function.identity(), name -> new Further(name.toUpperCase(Locale.ROOT))))));
    }

    private record Config(Map<String, SignInConfig.Further> providers) implements SignInConfig {
        @Override
        public String name() {
            return "main";
        }

        @Override
        public String title() {
            return "Main";
        }

        @Override
        public Duration idle() {
            return Duration.ofHours(8);
        }

        @Override
        public Duration longest() {
            return Duration.ofHours(24);
        }
    }

    private record Further(String title) implements SignInConfig.Further {
        @Override
        public String issuer() {
            return "https://issuer.example";
        }

        @Override
        public String clientId() {
            return "tidewatch-frontend";
        }

        @Override
        public String clientSecret() {
            return "secret";
        }
    }
}
