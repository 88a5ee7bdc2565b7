package io.tidewatch.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell functions behind {@code ./tidewatch}, each in a shell of its own. */
class ScriptTest {

    private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();
    private static final Instant BUILT = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant BEFORE = BUILT.minusSeconds(60);
    private static final Instant AFTER = BUILT.plusSeconds(60);

    @TempDir
    Path folder;

    @Test
    void everyCommandExplainsItself() throws Exception {
        for (String command : List.of("up", "down", "status", "demo", "analyze", "bench", "test", "help")) {
            Result result = run(CHECKOUT.resolve("tidewatch").toString(), command, "--help");
            assertThat(result.output()).as(command).contains("./tidewatch");
            assertThat(result.exitCode()).as(command).isZero();
        }
        Result unknown = run(CHECKOUT.resolve("tidewatch").toString(), "launch");
        assertThat(unknown.output()).contains("unknown command \"launch\"");
        assertThat(unknown.exitCode()).isEqualTo(1);
    }

    @Test
    void aBuildIsNeededWhenAMainSourceOrAPomIsNewer() throws Exception {
        checkout();
        Path source = file("backend/src/main/java/A.java", BEFORE);
        Path test = file("backend/src/test/java/ATest.java", BEFORE);
        Path generated = file("frontend/src/main/frontend/generated/index.ts", BEFORE);
        age(BEFORE);
        assertThat(needsBuild()).isTrue();

        file("target/app/.complete", BUILT);
        assertThat(needsBuild()).isFalse();

        touch(test, AFTER);
        touch(generated, AFTER);
        file("frontend/src/main/bundles/prod.bundle", AFTER);
        touch(generated.getParent().getParent(), AFTER); // the first build makes the folder "generated" in it
        assertThat(needsBuild()).isFalse();

        touch(source, AFTER);
        assertThat(needsBuild()).isTrue();

        touch(source, BEFORE);
        touch(folder.resolve("pom.xml"), AFTER);
        assertThat(needsBuild()).isTrue();
    }

    @Test
    void aBuildIsNeededWhenAFileWasDeleted() throws Exception {
        checkout();
        Path source = file("backend/src/main/java/A.java", BEFORE);
        file("target/app/.complete", BUILT);
        age(BEFORE);
        assertThat(needsBuild()).isFalse();

        Files.delete(source);
        assertThat(needsBuild()).isTrue();
    }

    @Test
    void onlyACompilerOfVersion25IsAJdk() throws Exception {
        assertThat(isJdk("17.0.12")).isFalse();
        assertThat(isJdk("25.0.3")).isTrue();
        assertThat(isJdk("25")).isTrue();
        assertThat(isJdk("250.1")).isFalse();
    }

    @Test
    void whatIsMissingIsSaid() throws Exception {
        assertThat(shell("PATH=/nowhere; require_npm")).contains("npm is missing");
        assertThat(shell("npm() { echo 6.14.4; }; require_npm")).contains("npm 6.14.4 is too old");
        assertThat(shell("unset TIDEWATCH_CHROMIUM; PATH=/nowhere; require_chromium"))
                .contains("Chromium is missing");
        assertThat(shell("uname() { echo Plan9; }; platform")).contains("Linux and macOS");
        assertThat(shell("require_disk 999999999 '" + folder + "/not/yet/there'"))
                .contains("not enough disk");
        if (Files.exists(Path.of("/proc/meminfo"))) {
            assertThat(shell("require_memory 999999999")).contains("not enough memory");
        }
    }

    @Test
    void aPartIsThereWholeOrNotAtAll() throws Exception {
        String script = "sleep() { :; }; PARTS='" + folder + "';"
                + " half() { touch \"$1/other\"; }; whole() { touch \"$1/proof\"; };";

        assertThat(shell(script + " install_part broken proof 'a part' half")).contains("failed three times");
        assertThat(folder.resolve("broken")).doesNotExist();
        assertThat(folder.resolve("broken.part")).doesNotExist();

        shell(script + " install_part good proof 'a part' whole");
        assertThat(folder.resolve("good/proof")).exists();
        assertThat(shell(script + " install_part good proof 'a part' half")).isEmpty();
    }

    @Test
    void testsThatFailAreSaidToFail() throws Exception {
        String test = "set -euo pipefail; NODE_FOLDER=none; run_tests; echo ended well";
        Path maven = folder.resolve("mvnw");

        Files.writeString(maven, "#!/bin/sh\necho 'Tests run: 2, Failures: 1'; exit 1\n");
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(shell(test))
                .contains("Tests run: 2, Failures: 1", "Tests FAILED")
                .doesNotContain("All tests passed", "ended well");

        // Whatever Maven says, and if it says nothing that is shown.
        Files.writeString(maven, "#!/bin/sh\nexit 1\n");
        assertThat(shell(test)).contains("Tests FAILED").doesNotContain("ended well");

        Files.writeString(maven, "#!/bin/sh\nexit 0\n");
        assertThat(shell(test)).contains("All tests passed", "ended well");
    }

    private void checkout() throws IOException {
        file("pom.xml", BEFORE);
        for (String module : List.of("sdk-java", "backend", "frontend", "infra/clickhouse-embedded", "infra/local")) {
            file(module + "/pom.xml", BEFORE);
        }
        file("infra/demo/pom.xml", BEFORE);
    }

    private boolean needsBuild() throws Exception {
        return shell("if needs_build; then echo stale; else echo fresh; fi").equals("stale\n");
    }

    private boolean isJdk(String version) throws Exception {
        for (String program : List.of("bin/java", "bin/javac")) {
            Path file = file("jdk/" + program, BEFORE);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.writeString(folder.resolve("jdk/release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        return shell("if is_jdk_25 '" + folder + "/jdk'; then echo yes; fi").equals("yes\n");
    }

    /** Runs a line in a shell that has all functions, with {@code folder} as the checkout. */
    private String shell(String line) throws Exception {
        String sources = "ROOT=$1; for f in machine parts build test; do . \"$2/infra/local/script/$f.sh\"; done; ";
        return run("bash", "-c", sources + line, "bash", folder.toString(), CHECKOUT.toString())
                .output();
    }

    private record Result(int exitCode, String output) {}

    private static Result run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.outputWriter().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    private Path file(String name, Instant modified) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        touch(file, modified);
        return file;
    }

    /** Sets the time of all folders, which creating files in them has changed. */
    private void age(Instant modified) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path path : all.filter(Files::isDirectory).toList()) {
                touch(path, modified);
            }
        }
    }

    private static void touch(Path file, Instant modified) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(modified));
    }
}
