package io.tidewatch.analysis.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Reads the golden data whose expected values come from independent tools; its README says which. */
public final class ReferenceData {

    private static final String FOLDER = "/golden/analysis/reference/";

    private ReferenceData() {}

    /** The JSON file at this path below the reference folder. */
    public static JsonNode json(String path) {
        try (InputStream in = open(path)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One column of a CSV file as text. */
    public static List<String> column(String path, String name) {
        try (InputStream in = open(path)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            int position = Arrays.asList(lines.getFirst().split(",")).indexOf(name);
            return lines.stream()
                    .skip(1)
                    .map(line -> line.split(",", -1)[position])
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One column of a CSV file as numbers. */
    public static double[] numbers(String path, String name) {
        return column(path, name).stream().mapToDouble(Double::parseDouble).toArray();
    }

    /** The table of one column of a drift case. */
    public static ValueTable table(String driftCase, String column, boolean numeric) {
        String reference = "drift/" + driftCase + "/reference.csv";
        String current = "drift/" + driftCase + "/current.csv";
        if (numeric) {
            return NumberTable.ofSamples(numbers(reference, column), numbers(current, column));
        }
        CategoryTableBuilder builder = CategoryTable.builder();
        column(reference, column).forEach(value -> builder.add(value, 1, 0));
        column(current, column).forEach(value -> builder.add(value, 0, 1));
        return builder.build();
    }

    private static InputStream open(String path) {
        return Objects.requireNonNull(ReferenceData.class.getResourceAsStream(FOLDER + path), path);
    }
}
