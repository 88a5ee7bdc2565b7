package io.tidewatch.analysis.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Golden values of generated data, each with the script that made them beside it. */
public final class StatsGolden {

    private StatsGolden() {}

    /** The JSON file of this name. */
    public static JsonNode json(String name) {
        String path = "/golden/analysis/stats/" + name;
        try (InputStream in = Objects.requireNonNull(StatsGolden.class.getResourceAsStream(path), path)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
