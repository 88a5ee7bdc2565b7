package io.tidewatch.demo;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** Runs the demo as its command line would, for tests of other packages. */
public final class DemoRunner {
    private DemoRunner() {}

    /** @return the exit code */
    public static int run(List<String> arguments, Consumer<String> out) {
        return Demo.run(arguments, Clock.systemUTC(), out);
    }
}
