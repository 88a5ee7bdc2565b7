package io.tidewatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What class files don't show. */
class SourceTest {

    private static final Path JAVA = Path.of("src", "main", "java");
    private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db");
    private static final Pattern SQL = Pattern.compile(
            "\"\\s*(?i:select\\s|insert\\s+into\\s|delete\\s+from\\s+[a-z_]+\\s|alter\\s|create\\s+table)");

    /** They open transactions, call functions of the database and hold a lock; all of it is PostgreSQL. */
    private static final Set<String> MAY_HOLD_SQL =
            Set.of("TenantSession.java", "Doors.java", "OwnerDoor.java", "EventStoreStart.java");

    private static final Pattern MIGRATION = Pattern.compile("V\\d{4}__([a-z]+)_[a-z0-9_]+\\.sql");

    @Test
    void everyPackageSaysWhatItIsFor() {
        List<Path> silent = folders(JAVA).stream()
                .filter(folder -> !isDescribed(folder.resolve("package-info.java")))
                .toList();
        assertThat(silent).isEmpty();
    }

    private static boolean isDescribed(Path file) {
        return Files.exists(file) && text(file).contains("/**") && text(file).contains("@NullMarked");
    }

    @Test
    void sqlIsNotWrittenInJava() {
        assertThat(files(JAVA)
                        .filter(file ->
                                !MAY_HOLD_SQL.contains(file.getFileName().toString()))
                        .filter(file -> SQL.matcher(text(file)).find()))
                .isEmpty();
    }

    @Test
    void organizationIsSetInOnePlace() {
        assertThat(files(JAVA).filter(file -> text(file).contains("set_config")))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("TenantSession.java");
    }

    @Test
    void everyMigrationNamesTheFeatureThatOwnsIt() {
        Path root = JAVA.resolve("io/tidewatch");
        Set<String> features = new TreeSet<>();
        folders(root)
                .forEach(folder ->
                        features.add(root.relativize(folder).getName(0).toString()));
        assertThat(files(MIGRATIONS).filter(file -> !file.toString().contains("runner")))
                .isNotEmpty()
                .allSatisfy(file -> {
                    var name = MIGRATION.matcher(file.getFileName().toString());
                    assertThat(name.matches()).as(file.toString()).isTrue();
                    assertThat(features).as(file.toString()).contains(name.group(1));
                });
    }

    @Test
    void noTestWaitsByTheClock() {
        assertThat(files(Path.of("src", "test", "java"))
                        .filter(file -> !file.endsWith("SourceTest.java"))
                        .filter(file -> text(file).contains("Thread.sleep")))
                .isEmpty();
    }

    /** Folders that hold Java files. */
    private static Set<Path> folders(Path root) {
        Set<Path> folders = new TreeSet<>();
        files(root).forEach(file -> folders.add(file.resolveSibling("")));
        return folders;
    }

    private static Stream<Path> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
