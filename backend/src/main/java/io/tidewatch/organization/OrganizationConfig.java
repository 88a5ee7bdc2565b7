package io.tidewatch.organization;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** What is set up for organizations at start. */
@ConfigMapping(prefix = "tidewatch.organization")
public interface OrganizationConfig {

    /** JSON file with organizations, teams, group mappings and API keys to create if they are missing. */
    Optional<Path> bootstrapFile();
}
