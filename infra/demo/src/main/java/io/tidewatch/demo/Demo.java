package io.tidewatch.demo;

import io.tidewatch.demo.feed.Scorer;
import io.tidewatch.demo.flight.FlightFile;
import io.tidewatch.demo.replay.Replay;
import io.tidewatch.demo.stack.StackConnection;
import io.tidewatch.demo.training.DemoModels;
import io.tidewatch.demo.training.ModelStore;
import io.tidewatch.sdk.registry.RegistryException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts the demo on a running stack; {@code --help} tells the options. */
public final class Demo {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int BAD_USAGE = 2;

    private final DemoOptions options;
    private final Clock clock;
    private final Consumer<String> out;

    Demo(DemoOptions options, Clock clock, Consumer<String> out) {
        this.options = options;
        this.clock = clock;
        this.out = out;
    }

    /** Exits with 0 when everything is sent, 2 on bad options, 1 on any other failure; the reason is one line. */
    public static void main(String[] arguments) {
        PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // The training library tells each step of its own; people are told what matters.
        Logger.getLogger("org.tribuo").setLevel(Level.WARNING);
        System.exit(run(List.of(arguments), Clock.systemUTC(), line -> console.println("demo: " + line)));
    }

    static int run(List<String> arguments, Clock clock, Consumer<String> out) {
        if (arguments.contains("--help")) {
            out.accept(DemoOptions.USAGE);
            return DONE;
        }
        try {
            new Demo(DemoOptions.parse(arguments), clock, out).run();
            return DONE;
        } catch (IllegalArgumentException badOption) {
            out.accept(String.valueOf(badOption.getMessage()));
            return BAD_USAGE;
        } catch (IOException | RegistryException failure) {
            out.accept("failed: " + failure.getMessage());
            return FAILED;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            out.accept("stopped; the next start goes on from here");
            return FAILED;
        }
    }

    private void run() throws IOException, InterruptedException {
        StackConnection stack = StackConnection.read(options.stack());
        Path data = Files.createDirectories(options.data());
        if (!Files.isReadable(options.flights())) {
            throw new IOException("The file of flights is missing: " + options.flights());
        }
        FlightFile flights =
                FlightFile.prepare(stack.clickhouse(), options.flights(), data.resolve("flights.rowbinary"));
        DemoModels models = new ModelStore(data).loadOrTrain(flights, out);
        String suffix = options.suffix().isEmpty() ? "" : "-" + options.suffix();
        new Replay(flights, new Scorer(models, suffix), stack, data.resolve("replay" + suffix + ".json"), out)
                .run(options::change, clock.instant());
        out.accept("Everything is sent");
    }
}
