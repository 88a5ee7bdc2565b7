package io.tidewatch.profile.file;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of NDJSON. An object may be flat, or a prediction as services send it: what {@code features} and {@code prediction}
 * hold are columns too, the latter with {@code prediction.} before their names.
 */
final class NdjsonRows implements FileRows {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final InputStream content;
    private long row;

    NdjsonRows(InputStream content) {
        this.content = new BufferedInputStream(content, 65_536);
    }

    @Override
    public @Nullable FileRow next() throws IOException, BadRowException {
        byte[] line = line();
        while (line != null && isBlank(line)) {
            line = line();
        }
        if (line == null) {
            return null;
        }
        JsonNode object;
        try {
            object = JSON.readTree(line);
        } catch (IOException e) {
            // The line is in memory, so nothing but its content can fail: syntax, depth, length of a number, encoding.
            throw bad("malformed-json", "is not valid JSON");
        }
        if (object == null || !object.isObject()) {
            throw bad("malformed-json", "must be a JSON object");
        }
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        object.properties().forEach(property -> {
            String name = property.getKey();
            JsonNode value = property.getValue();
            if (value.isObject() && (name.equals("features") || name.equals("prediction"))) {
                String prefix = name.equals("features") ? "" : "prediction.";
                value.properties().forEach(inner -> cells.put(prefix + inner.getKey(), plain(inner.getValue())));
            } else {
                cells.put(name, plain(value));
            }
        });
        return new FileRow(row, cells);
    }

    private static @Nullable Object plain(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isNumber()) {
            return value.numberValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isContainerNode()) {
            return List.of(value.toString());
        }
        return value.textValue();
    }

    private byte @Nullable [] line() throws IOException, BadRowException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        int next = content.read();
        if (next < 0) {
            return null;
        }
        row++;
        boolean tooLong = false;
        while (next >= 0 && next != '\n') {
            tooLong |= line.size() >= MAX_ROW;
            if (!tooLong) {
                line.write(next);
            }
            next = content.read();
        }
        if (tooLong) {
            throw bad("row-too-long", "has more than " + MAX_ROW + " bytes");
        }
        return line.toByteArray();
    }

    private static boolean isBlank(byte[] line) {
        for (byte value : line) {
            if (value != ' ' && value != '\t' && value != '\r') {
                return false;
            }
        }
        return true;
    }

    private BadRowException bad(String code, String detail) {
        return new BadRowException(new FileProblem(row, null, code, detail));
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
