package io.tidewatch.local.process;

import io.tidewatch.local.LocalStackException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Command prefixes that change what a program runs as. */
public final class Unprivileged {

    /** User and group "nobody" on every system that knows the tools used here. */
    private static final String NOBODY = "65534";

    private Unprivileged() {}

    /** Starts a program in a session of its own; empty where the machine has no means to do so. */
    static List<String> newSession() {
        if (isInstalled("setsid")) {
            return List.of("setsid");
        }
        if (isInstalled("perl")) { // macOS has no setsid, but always has Perl
            return List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec { $ARGV[0] } @ARGV");
        }
        return List.of();
    }

    /** How a program that refuses to run as root, such as PostgreSQL, is started here. */
    public sealed interface Prefix {
        /** Words to put before the command; empty for an ordinary user. */
        List<String> words();

        /** Hands an existing folder over to the user that the program will run as. */
        void own(Path folder);
    }

    private record SameUser(List<String> words) implements Prefix {
        @Override
        public void own(Path folder) {
            // Inside a user namespace files keep their owner.
        }
    }

    private record Nobody(List<String> words) implements Prefix {
        @Override
        public void own(Path folder) {
            if (!succeeds(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()))) {
                throw new LocalStackException("Cannot hand " + folder + " over to an unprivileged user.");
            }
        }
    }

    /**
     * Finds a way to run a program as somebody else than root.
     *
     * @throws LocalStackException when this is root and the machine offers none
     */
    public static Prefix notRoot() {
        if (!isRoot()) {
            return new SameUser(List.of());
        }
        List<String> namespace = List.of("unshare", "-U");
        if (succeeds(concat(namespace, "true"))) {
            return new SameUser(namespace);
        }
        // Nobody may keep one power of root: to reach its files through folders that are closed to others, like /root.
        List<String> nobody = List.of(
                "setpriv",
                "--reuid=" + NOBODY,
                "--regid=" + NOBODY,
                "--clear-groups",
                "--inh-caps=+dac_override",
                "--ambient-caps=+dac_override");
        if (succeeds(concat(nobody, "true"))) {
            return new Nobody(nobody);
        }
        throw new LocalStackException(
                "PostgreSQL refuses to run as root, and this machine allows neither user namespaces"
                        + " (unshare -U) nor a change of user (setpriv). Run as an ordinary user.");
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException e) {
            return System.getProperty("user.name", "").equals("root");
        }
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> concat(List<String> words, String last) {
        return java.util.stream.Stream.concat(words.stream(), java.util.stream.Stream.of(last))
                .toList();
    }
}
