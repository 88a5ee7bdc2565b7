package io.tidewatch.local.command;

import io.tidewatch.local.StackListener;
import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

/** What the person at the terminal sees of {@code up}. */
interface Display extends StackListener {

    /** Says something; stays on the screen. */
    void say(String text);

    /** Says how far the demo is; the next call may replace it. */
    void demo(String progress);

    /** All parts are ready: nothing more to watch. */
    void settled();

    /** Lines that change in place on a terminal, plain lines into a file or a pipe. */
    static Display forTerminal(PrintStream out) {
        boolean terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false)
                        && !System.getenv().getOrDefault("TERM", "dumb").equals("dumb")
                        && !System.getenv().containsKey("CI");
        return terminal ? new LiveDisplay(out) : new PlainDisplay(out);
    }
}
