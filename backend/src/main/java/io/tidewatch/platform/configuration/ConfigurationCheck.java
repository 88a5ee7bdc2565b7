package io.tidewatch.platform.configuration;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jboss.logging.Logger;

/**
 * Stops the start for a {@code tidewatch.*} key that no feature knows: a typing error would otherwise silently leave a
 * default in force. Unknown keys within a known feature are refused by the framework itself.
 */
@ApplicationScoped
class ConfigurationCheck {

    private static final Logger LOG = Logger.getLogger(ConfigurationCheck.class);
    private static final String PREFIX = "tidewatch.";
    private static final Pattern SECRET = Pattern.compile("(?i)password|secret|token|credential");
    private static final int BEFORE_EVERYTHING = 1;

    private final Config config;
    private final BeanManager beans;

    ConfigurationCheck(Config config, BeanManager beans) {
        this.config = config;
        this.beans = beans;
    }

    void onStart(@Observes @Priority(BEFORE_EVERYTHING) StartupEvent event) {
        Set<String> unknown = unknownKeys(config, prefixes());
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("Unknown configuration: " + String.join(", ", unknown));
        }
        LOG.infof("Configuration: %s", describe(config));
    }

    private Set<String> prefixes() {
        Set<String> prefixes = new TreeSet<>();
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            for (Type type : bean.getTypes()) {
                if (type instanceof Class<?> known && known.isAnnotationPresent(ConfigMapping.class)) {
                    prefixes.add(known.getAnnotation(ConfigMapping.class).prefix() + ".");
                }
            }
        }
        return prefixes;
    }

    /** Keys that begin with {@code tidewatch.} but with no feature's prefix. Environment variables are not keys. */
    static Set<String> unknownKeys(Config config, Set<String> prefixes) {
        Predicate<String> known = name -> prefixes.stream().anyMatch(name::startsWith);
        Set<String> unknown = new TreeSet<>();
        for (ConfigSource source : config.getConfigSources()) {
            if (!source.getName().startsWith("EnvConfigSource")) {
                source.getPropertyNames().stream()
                        .filter(name -> name.startsWith(PREFIX))
                        .filter(known.negate())
                        .forEach(unknown::add);
            }
        }
        return unknown;
    }

    /** All settings of this product in force, without secrets. */
    static String describe(Config config) {
        TreeMap<String, String> values = new TreeMap<>();
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> values.put(name, value(config, name)));
        return values.toString();
    }

    private static String value(Config config, String name) {
        if (SECRET.matcher(name).find()) {
            return "***";
        }
        String value = config.unwrap(SmallRyeConfig.class).getConfigValue(name).getValue();
        return value == null ? "" : value;
    }
}
