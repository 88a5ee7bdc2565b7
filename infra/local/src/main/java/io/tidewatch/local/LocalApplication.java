package io.tidewatch.local;

import io.tidewatch.local.process.ChildProcess;
import io.tidewatch.local.process.ChildSpec;
import io.tidewatch.local.process.Readiness;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tidewatch's own backend or frontend, run from its packaged form. */
public final class LocalApplication implements RunningPart {

    private final ChildProcess process;

    private LocalApplication(ChildProcess process) {
        this.process = process;
    }

    /**
     * Starts the application and waits until its readiness check passes.
     *
     * @param part which one
     * @param jar its {@code quarkus-run.jar}
     * @param jvmOptions memory and collector
     * @param environment its configuration
     * @param folder where it works
     * @param health answers 200 when it is ready
     * @param log file that takes its output
     * @throws LocalStackException when it was not built, or does not become ready
     */
    static LocalApplication start(
            Part part,
            Path jar,
            List<String> jvmOptions,
            Map<String, String> environment,
            Path folder,
            URI health,
            Path log) {
        if (!Files.exists(jar)) {
            throw new LocalStackException(
                    "The " + part.label() + " has not been built: " + jar + " is missing. ./tidewatch up builds it.");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", jar.toString()));
        ChildProcess process = ChildProcess.start(ChildSpec.of(part.label(), command, environment, folder, log));
        try {
            Readiness.await(process, Duration.ofMinutes(3), () -> Readiness.answers(health));
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
        return new LocalApplication(process);
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
