package io.tidewatch.load.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The commands {@code bench ingest}, {@code bench store} and {@code bench neighbours}: each measurement is one line of JSON on standard output. */
public final class BenchMain {

    private static final int USAGE = 2;
    /** Values of all events of a case together. */
    private static final int DEFAULT_VALUES = 6_000_000;

    private BenchMain() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        List<String> words = Arrays.asList(args);
        String command = words.isEmpty() ? "" : words.getFirst();
        int values;
        int[] features;
        long seed;
        try {
            values = Integer.parseInt(option(words, "--values", Integer.toString(DEFAULT_VALUES)));
            features = Stream.of(option(words, "--features", "20,100,500").split(",", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            seed = Long.parseLong(option(words, "--seed", "1"));
        } catch (NumberFormatException e) {
            System.err.println("A number is expected: " + e.getMessage());
            System.exit(USAGE);
            return;
        }
        switch (command) {
            case "store" -> {
                for (int count : features) {
                    new StoreBench(seed).run(count, values / count);
                }
            }
            case "ingest" -> {
                for (int count : features) {
                    new IngestBench(seed).run(count, values / count, true, true);
                    new IngestBench(seed).run(count, values / count, false, false);
                }
            }
            case "neighbours" -> new NeighbourBench(seed).run();
            default -> {
                System.err.println("bench ingest, bench store or bench neighbours");
                System.exit(USAGE);
            }
        }
        System.exit(0);
    }

    private static String option(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        return at < 0 || at + 1 >= words.size() ? otherwise : words.get(at + 1);
    }
}
