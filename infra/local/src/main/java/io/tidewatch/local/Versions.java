package io.tidewatch.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Versions of the parts, as the build's parent pom states them. */
public final class Versions {

    private static final Properties VERSIONS = load();

    private Versions() {}

    /**
     * @param part {@code tidewatch}, {@code postgres} or {@code keycloak}
     */
    public static String of(String part) {
        String version = VERSIONS.getProperty(part);
        if (version == null) {
            throw new IllegalArgumentException("No version is known of " + part);
        }
        return version;
    }

    private static Properties load() {
        Properties versions = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
            if (in == null) {
                throw new IllegalStateException("versions.properties is missing from the class path");
            }
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions;
    }
}
