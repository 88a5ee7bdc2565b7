package io.tidewatch.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Makes predictions: numbers of the kinds that models see, some noisy, some rounded, some of few values. */
public final class EventMaker {

    private final SplittableRandom random;
    private final List<String> features;
    private final long startMillis;
    private final long spanMillis;

    /**
     * @param seed of the values
     * @param featureCount per event
     * @param start time of the earliest event
     * @param spanMillis all events are within this many milliseconds after it
     */
    public EventMaker(long seed, int featureCount, Instant start, long spanMillis) {
        this.random = new SplittableRandom(seed);
        this.features = names(featureCount);
        this.startMillis = start.toEpochMilli();
        this.spanMillis = spanMillis;
    }

    /** Names of the features. */
    public static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "feature_" + i).toList();
    }

    /** A new id of version 7. */
    public UUID id(long millis) {
        long high = (millis << 16) | 0x7000 | random.nextLong(0x1000);
        long low = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** One event as JSON. */
    public String event(UUID id) {
        StringBuilder json = new StringBuilder(100 + features.size() * 26)
                .append("{\"predictionId\":\"")
                .append(id)
                .append("\",\"version\":\"1\",\"occurredAt\":\"")
                .append(Instant.ofEpochMilli(startMillis + random.nextLong(spanMillis)))
                .append("\",\"features\":{");
        for (int i = 0; i < features.size(); i++) {
            json.append(i == 0 ? "\"" : ",\"")
                    .append(features.get(i))
                    .append("\":")
                    .append(value(i));
        }
        return json.append("},\"prediction\":{\"value\":")
                .append(random.nextInt(10_000) / 100.0)
                .append("},\"latencyMs\":")
                .append(random.nextInt(1_000) / 10.0)
                .append('}')
                .toString();
    }

    private double value(int feature) {
        return switch (feature % 3) {
            case 0 -> random.nextInt(20);
            case 1 -> random.nextInt(100_000) / 100.0;
            default -> random.nextGaussian();
        };
    }

    /** A batch in the JSON form. */
    public static byte[] json(List<String> events) {
        return ("{\"predictions\":[" + String.join(",", events) + "]}").getBytes(StandardCharsets.UTF_8);
    }

    /** A batch with one event a line. */
    public static byte[] lines(List<String> events) {
        return (String.join("\n", events) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Compressed as clients do. */
    public static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
