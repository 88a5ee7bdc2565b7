package io.tidewatch.local.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Options of a command line: {@code --name value}, {@code --name=value} and {@code --switch}. */
final class Arguments {

    private final Map<String, String> values = new HashMap<>();

    private Arguments() {}

    /**
     * Reads a command line.
     *
     * @param switches options without a value
     * @param options options with a value; of several the last counts, as people expect who add to a command line
     * @throws UsageException for anything else
     */
    static Arguments parse(List<String> words, Set<String> switches, Set<String> options) {
        Arguments arguments = new Arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            if (switches.contains(word)) {
                arguments.values.put(word, "");
            } else if (!options.contains(name)) {
                throw new UsageException("Unknown option " + name + ".");
            } else if (equals >= 0) {
                arguments.values.put(name, word.substring(equals + 1));
            } else if (i + 1 < words.size()) {
                i++;
                arguments.values.put(name, words.get(i));
            } else {
                throw new UsageException(name + " needs a value.");
            }
        }
        return arguments;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The value of an option, if it was given. */
    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
