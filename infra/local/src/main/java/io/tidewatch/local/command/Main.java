package io.tidewatch.local.command;

import io.tidewatch.local.LocalStackException;
import java.util.List;
import java.util.Set;

/** Entry point of the launcher; the {@code tidewatch} script finds what it needs and calls it. */
public final class Main {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;
    static final int NOT_RUNNING = 3;

    private Main() {}

    /**
     * Runs one command and exits with its code.
     *
     * @param words {@code up}, {@code down} or {@code status}, then options
     */
    public static void main(String[] words) {
        System.exit(run(List.of(words)));
    }

    private static int run(List<String> words) {
        try {
            String command = words.isEmpty() ? "" : words.getFirst();
            List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
            return switch (command) {
                case "up" -> new UpCommand(UpOptions.parse(rest), Display.forTerminal(System.out)).run();
                case "down" -> DownCommand.run(UpOptions.dataFolder(lookOnly(rest)), System.out);
                case "status" -> StatusCommand.run(UpOptions.dataFolder(lookOnly(rest)), System.out);
                default -> throw new UsageException("Unknown command \"" + command + "\".");
            };
        } catch (UsageException e) {
            System.err.println("tidewatch: " + e.getMessage() + " See ./tidewatch help.");
            return WRONG_USAGE;
        } catch (LocalStackException e) {
            System.err.println("tidewatch: " + e.getMessage());
            return FAILED;
        }
    }

    private static Arguments lookOnly(List<String> words) {
        return Arguments.parse(words, Set.of(), Set.of("--data"));
    }
}
