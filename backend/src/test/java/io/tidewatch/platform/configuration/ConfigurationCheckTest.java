package io.tidewatch.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigurationCheckTest {

    private static final Set<String> PREFIXES = Set.of("tidewatch.clickhouse.", "tidewatch.http.");

    @Test
    void findsKeysThatNoFeatureKnows() {
        SmallRyeConfig config = config(Map.of(
                "tidewatch.clickhouse.url", "http://127.0.0.1:1",
                "tidewatch.clikhouse.url", "typing error",
                "tidewatch", "not even a key",
                "other.key", "not ours"));

        assertThat(ConfigurationCheck.unknownKeys(config, PREFIXES)).containsExactly("tidewatch.clikhouse.url");
    }

    @Test
    void showsValuesButNoSecrets() {
        SmallRyeConfig config = config(Map.of(
                "tidewatch.clickhouse.url", "http://127.0.0.1:1",
                "tidewatch.clickhouse.password", "hush",
                "tidewatch.http.client-secret", "hush"));

        assertThat(ConfigurationCheck.describe(config))
                .contains("tidewatch.clickhouse.url=http://127.0.0.1:1", "tidewatch.clickhouse.password=***")
                .doesNotContain("hush");
    }

    private static SmallRyeConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build();
    }
}
