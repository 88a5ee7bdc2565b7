package io.tidewatch.local;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidewatch.local.process.FreePort;
import io.tidewatch.local.process.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Which port each part has. A stack keeps its ports from start to start, because addresses are stored: in Keycloak's
 * clients, as issuer of every person, in people's bookmarks.
 */
final class PortBook {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STEP = 100;
    private static final int HIGHEST = 65_535;

    private PortBook() {}

    /**
     * Chooses a port for every part and remembers it: the one it had, else its usual one, else 100 higher, 200 higher
     * and so on.
     *
     * @param file remembers the choice
     */
    static Map<Part, Integer> choose(Path file) {
        Map<Part, Integer> chosen = choose(read(file), FreePort::isFree);
        try {
            PrivateFile.write(file, JSON.writeValueAsString(chosen));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return chosen;
    }

    /** A free port for every part, different each time. */
    static Map<Part, Integer> random() {
        Map<Part, Integer> chosen = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            int port = FreePort.any();
            while (chosen.containsValue(port)) {
                port = FreePort.any();
            }
            chosen.put(part, port);
        }
        return chosen;
    }

    static Map<Part, Integer> choose(Map<Part, Integer> earlier, IntPredicate isFree) {
        Map<Part, Integer> chosen = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            Integer kept = earlier.get(part);
            int port = kept == null ? part.usualPort() : kept;
            if (chosen.containsValue(port) || !isFree.test(port)) {
                port = part.usualPort();
            }
            // A port that another part had before is left to that part.
            while (chosen.containsValue(port) || isKeptByOther(part, port, earlier) || !isFree.test(port)) {
                port += STEP;
                if (port > HIGHEST) {
                    throw new LocalStackException("No free port for " + part.label() + " on this machine.");
                }
            }
            chosen.put(part, port);
        }
        return chosen;
    }

    private static boolean isKeptByOther(Part part, int port, Map<Part, Integer> earlier) {
        return earlier.entrySet().stream().anyMatch(entry -> entry.getKey() != part && entry.getValue() == port);
    }

    private static Map<Part, Integer> read(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            return JSON.readValue(file.toFile(), new TypeReference<EnumMap<Part, Integer>>() {});
        } catch (IOException e) {
            throw new LocalStackException(file + " cannot be read; delete it to start with the usual ports.", e);
        }
    }
}
