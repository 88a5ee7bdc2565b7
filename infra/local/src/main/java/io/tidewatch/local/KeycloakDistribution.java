package io.tidewatch.local;

import io.tidewatch.local.process.PartsFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Keycloak with its build options fixed in advance ({@code kc.sh build}), so that each start is several seconds faster.
 * Made once per machine from the unpacked distribution.
 */
final class KeycloakDistribution {

    /** Options that Keycloak bakes in; what a local stack does not use is switched off. */
    private static final List<String> BUILD = List.of(
            "build", "--db=dev-file", "--features-disabled=organization,ciba,par,device-flow,kerberos,impersonation");

    private KeycloakDistribution() {}

    /** The folder of the prepared distribution; it is shared by all stacks of this machine and never written to. */
    static Path folder() {
        Path original = PartsFolder.require("keycloak-" + Versions.of("keycloak"));
        String name = original.getFileName() + "-built-" + Integer.toHexString(BUILD.hashCode());
        return PartsFolder.provide(name, folder -> build(original, folder));
    }

    private static void build(Path original, Path folder) throws IOException {
        copy(original, folder);
        File log = folder.resolve("build.log").toFile();
        Process process = new ProcessBuilder(command(folder, List.of("-Xmx512m"), BUILD))
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new LocalStackException("Keycloak's build step failed; see " + log);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while Keycloak was being prepared", e);
        }
    }

    /** Links what the build only reads, and copies what it replaces. */
    private static void copy(Path original, Path folder) throws IOException {
        Path replaced = original.resolve("lib/quarkus");
        Files.walkFileTree(original, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path source, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(folder.resolve(original.relativize(source)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path source, BasicFileAttributes attributes) throws IOException {
                Path target = folder.resolve(original.relativize(source));
                if (source.startsWith(replaced)) {
                    Files.copy(source, target);
                } else {
                    Files.createLink(target, source);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** The command that runs Keycloak's main class, as kc.sh would, on the folder {@code home}. */
    static List<String> command(Path home, List<String> jvmOptions, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        for (String opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-Dkc.home.dir=" + home);
        command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.add("-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
        command.add("-Dpicocli.disable.closures=true");
        command.add("-Dquarkus-log-max-startup-records=10000");
        command.add("-Duser.language=en");
        command.add("-Duser.country=US");
        command.addAll(List.of("-cp", home.resolve("lib/quarkus-run.jar").toString()));
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        command.addAll(arguments);
        return command;
    }
}
