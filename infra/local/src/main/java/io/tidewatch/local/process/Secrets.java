package io.tidewatch.local.process;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Random passwords and keys by name: made at first use, kept in one file that only its owner may read. */
public final class Secrets {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String LOWER_CASE = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final String ALPHABET = LOWER_CASE + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final SecureRandom random = new SecureRandom();
    private final Path file;
    private final Map<String, String> values;

    private Secrets(Path file, Map<String, String> values) {
        this.file = file;
        this.values = values;
    }

    /**
     * @param folder holds, or will hold, the file {@code secrets.json}
     */
    public static Secrets in(Path folder) {
        Path file = folder.resolve("secrets.json");
        if (!Files.exists(file)) {
            return new Secrets(file, new TreeMap<>());
        }
        try {
            return new Secrets(file, JSON.readValue(file.toFile(), new TypeReference<TreeMap<String, String>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The secret of this name: 40 letters and digits (238 bits). */
    public synchronized String get(String name) {
        return remember(name, ALPHABET, 40);
    }

    /** The public identifier of this name: 16 lower-case letters and digits. Unique, not secret. */
    public synchronized String id(String name) {
        return remember(name, LOWER_CASE, 16);
    }

    private String remember(String name, String alphabet, int length) {
        String known = values.get(name);
        if (known != null) {
            return known;
        }
        String made = random.ints(length, 0, alphabet.length())
                .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
                .collect(Collectors.joining());
        values.put(name, made);
        try {
            PrivateFile.write(file, JSON.writeValueAsString(values));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made;
    }
}
