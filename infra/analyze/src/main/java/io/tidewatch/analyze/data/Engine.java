package io.tidewatch.analyze.data;

import io.tidewatch.clickhouse.embedded.EmbeddedClickHouse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An embedded ClickHouse engine for the length of one command, with its data in a temporary folder. */
public final class Engine implements AutoCloseable {

    private static final long MEGABYTE = 1L << 20;

    /** Settings of every statement: numbers are read to the last digit, and large groupings go to disk. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("precise_float_parsing", "1"),
            Map.entry("max_bytes_before_external_group_by", Long.toString(256 * MEGABYTE)),
            Map.entry("max_bytes_before_external_sort", Long.toString(256 * MEGABYTE)),
            Map.entry("schema_inference_use_cache_for_file", "0"),
            Map.entry("input_format_json_read_numbers_as_strings", "1"),
            Map.entry("input_format_json_read_bools_as_strings", "1"),
            Map.entry("input_format_json_read_objects_as_strings", "1"),
            Map.entry("input_format_json_read_arrays_as_strings", "1"),
            // Statements over thousands of columns are long.
            Map.entry("max_query_size", Long.toString(256 * MEGABYTE)),
            Map.entry("max_ast_elements", "10000000"),
            Map.entry("max_expanded_ast_elements", "50000000"));

    private final Path folder;
    private final EmbeddedClickHouse clickHouse;
    private final HttpClient client;
    private final URI url;

    private Engine(Path folder, EmbeddedClickHouse clickHouse) {
        this.folder = folder;
        this.clickHouse = clickHouse;
        this.client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        String settings = SETTINGS.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("&"));
        this.url = URI.create(clickHouse.url() + "/?" + settings);
    }

    /** Starts an engine. */
    public static Engine start() {
        return start(2048 * MEGABYTE);
    }

    /**
     * Starts an engine.
     *
     * @param memory limit of all statements together in bytes
     */
    public static Engine start(long memory) {
        try {
            Path folder = Files.createTempDirectory("tidewatch-analyze-");
            EmbeddedClickHouse clickHouse = EmbeddedClickHouse.builder()
                    .dataDirectory(folder.resolve("engine"))
                    .log(folder.resolve("engine.log"))
                    .maxMemory(memory)
                    .connections(2)
                    .start();
            return new Engine(folder, clickHouse);
        } catch (IOException e) {
            throw new AnalyzeException("No temporary folder for the data: " + e.getMessage(), e);
        }
    }

    /** Runs a statement without a result. */
    public void execute(String sql) {
        try (InputStream body = send(sql)) {
            body.readAllBytes();
        } catch (IOException e) {
            throw new AnalyzeException("The engine ended unexpectedly: " + e.getMessage(), e);
        }
    }

    /** Runs a query; the rows must be closed. */
    public Rows query(String sql) {
        return new Rows(send(sql + "\nFORMAT RowBinary"));
    }

    private InputStream send(String sql) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .POST(HttpRequest.BodyPublishers.ofString(sql))
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() == 200) {
                return response.body();
            }
            try (InputStream body = response.body()) {
                throw new AnalyzeException(
                        EngineMessage.readable(new String(body.readAllBytes(), StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new AnalyzeException("The engine ended unexpectedly: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AnalyzeException("Interrupted.", e);
        }
    }

    @Override
    public void close() {
        // The data is thrown away, so there is nothing an orderly stop would save.
        clickHouse.kill();
        client.shutdownNow();
        try {
            Files.walkFileTree(folder, new DeleteAll());
        } catch (IOException e) {
            System.err.println("Temporary files are left in " + folder + ": " + e.getMessage());
        }
    }

    private static final class DeleteAll extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException error) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
