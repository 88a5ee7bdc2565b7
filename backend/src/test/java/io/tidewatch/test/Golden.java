package io.tidewatch.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares generated text with the committed file that others rely on. {@code -Dgolden.update=true} writes the file
 * instead.
 */
public final class Golden {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private Golden() {}

    /** Fails if the file, named from the root of the repository, doesn't hold exactly this text. */
    public static void assertUpToDate(String file, String expected) {
        Path path = REPOSITORY.resolve(file);
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(path.resolveSibling(""));
                Files.writeString(path, expected);
            }
            assertThat(path)
                    .as("%s is generated; renew it with -Dgolden.update=true", file)
                    .exists();
            assertThat(Files.readString(path))
                    .as("%s is generated; renew it with -Dgolden.update=true", file)
                    .isEqualTo(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
