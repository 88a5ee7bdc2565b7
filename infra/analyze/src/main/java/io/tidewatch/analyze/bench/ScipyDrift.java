package io.tidewatch.analyze.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The same results by SciPy, if this machine has it.
 *
 * @param seconds what it took, without reading the file
 * @param version of SciPy
 * @param results by column and method
 */
record ScipyDrift(double seconds, String version, Map<String, Double> results) {

    private static final Pattern HEAD = Pattern.compile("\\{\"seconds\": ([0-9.e-]+), \"scipy\": \"([^\"]+)\"}");
    private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

    static Optional<ScipyDrift> run(Path csv) throws IOException {
        Path script = Files.createTempFile("tidewatch-bench-", ".py");
        try (InputStream in = Objects.requireNonNull(ScipyDrift.class.getResourceAsStream("/bench/drift.py"))) {
            Files.write(script, in.readAllBytes());
            for (String python : PYTHONS) {
                Optional<ScipyDrift> result = run(python, script, csv);
                if (result.isPresent()) {
                    return result;
                }
            }
            return Optional.empty();
        } finally {
            Files.delete(script);
        }
    }

    private static Optional<ScipyDrift> run(String python, Path script, Path csv) throws IOException {
        try {
            Process process = new ProcessBuilder(python, script.toString(), csv.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(parse(output)) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException e) {
            // This python does not exist.
            return Optional.empty();
        }
    }

    private static ScipyDrift parse(String output) throws IOException {
        List<String> lines = output.lines().toList();
        Matcher head = HEAD.matcher(lines.getFirst());
        if (!head.matches()) {
            throw new IOException("unexpected answer of the script: " + lines.getFirst());
        }
        Map<String, Double> results = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int value = line.lastIndexOf(' ');
            results.put(line.substring(0, value), Double.valueOf(line.substring(value + 1)));
        }
        return new ScipyDrift(Double.parseDouble(head.group(1)), head.group(2), results);
    }

    /** Largest difference of these results from SciPy's, relative; absolute for values below 1e-6. */
    double largestDifference(Map<String, Double> ours) {
        double largest = 0;
        for (Map.Entry<String, Double> theirs : results.entrySet()) {
            double difference =
                    Math.abs(Objects.requireNonNull(ours.get(theirs.getKey()), theirs.getKey()) - theirs.getValue());
            double size = Math.abs(theirs.getValue());
            largest = Math.max(largest, size < 1e-6 ? difference : difference / size);
        }
        return largest;
    }
}
