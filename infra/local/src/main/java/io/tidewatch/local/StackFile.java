package io.tidewatch.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.tidewatch.local.process.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code stack.json}: addresses, sign-ins and keys of a ready stack, for the demo, benches and people's own scripts. */
public final class StackFile {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private StackFile() {}

    /**
     * Writes the file into the stack's data folder, readable by the owner only.
     *
     * @return where it is
     */
    public static Path write(LocalStack stack) {
        Path file = in(stack.data());
        try {
            PrivateFile.write(file, JSON.writeValueAsString(content(stack)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return file;
    }

    /** Where the file of a data folder is while its stack is ready. */
    public static Path in(Path data) {
        return data.resolve("stack.json");
    }

    /** Takes the file away: its presence says that a stack is ready. */
    static void delete(Path data) throws IOException {
        Files.deleteIfExists(in(data));
    }

    private static Map<String, Object> content(LocalStack stack) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("ui", stack.uiUrl().toString());
        content.put("api", stack.apiUrl().toString());
        content.put("issuer", stack.issuer().toString());
        content.put("clickhouse", stack.clickHouse().url().toString());
        content.put("postgres", stack.postgres().jdbcUrl());
        content.put("users", stack.signIns());
        content.put(
                "apiKeys",
                stack.apiKeys().stream()
                        .map(key -> Map.of(
                                "organization", key.organization(),
                                "team", key.team(),
                                "key", key.value(),
                                "scopes", key.scopes()))
                        .toList());
        Map<String, Long> processes = new LinkedHashMap<>();
        for (Part part : List.of(Part.values())) {
            processes.put(part.label(), stack.process(part).pid());
        }
        content.put("processes", processes);
        content.put("logs", stack.logs().toString());
        return content;
    }
}
