package io.tidewatch.local.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Options of a command line: {@code --name value}, {@code --name=value} and {@code --switch}. */
final class Arguments {

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Arguments() {}

    /**
     * Reads a command line.
     *
     * @param switches options without a value
     * @param options options with a value; may be given several times
     * @throws UsageException for anything else
     */
    static Arguments parse(List<String> words, Set<String> switches, Set<String> options) {
        Arguments arguments = new Arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            if (switches.contains(word)) {
                arguments.add(word, "");
            } else if (!options.contains(name)) {
                throw new UsageException("Unknown option " + name + ".");
            } else if (equals >= 0) {
                arguments.add(name, word.substring(equals + 1));
            } else if (i + 1 < words.size()) {
                i++;
                arguments.add(name, words.get(i));
            } else {
                throw new UsageException(name + " needs a value.");
            }
        }
        return arguments;
    }

    private void add(String name, String value) {
        values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The last value wins, as people expect who add to a command line. */
    Optional<String> last(String name) {
        return Optional.ofNullable(values.get(name)).map(List::getLast);
    }

    List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }
}
