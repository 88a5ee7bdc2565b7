package io.tidewatch.local;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the packaged applications are.
 *
 * @param backend its {@code quarkus-run.jar}
 * @param frontend its {@code quarkus-run.jar}
 */
public record Applications(Path backend, Path frontend) {

    /** Those of a folder that ./tidewatch has put together, {@code target/app}. */
    public static Applications assembledIn(Path folder) {
        return new Applications(folder.resolve("backend/quarkus-run.jar"), folder.resolve("frontend/quarkus-run.jar"));
    }

    /** Those that Maven has left in the checkout around the working directory, as tests want them. */
    public static Applications builtInCheckout() {
        Path checkout = checkout();
        return new Applications(
                checkout.resolve("backend/target/quarkus-app/quarkus-run.jar"),
                checkout.resolve("frontend/target/quarkus-app/quarkus-run.jar"));
    }

    private static Path checkout() {
        Path start = Path.of("").toAbsolutePath();
        for (@Nullable Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        return start;
    }
}
