package io.tidewatch.local.command;

import io.tidewatch.local.Part;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line for each event, for logs and pipes. */
final class PlainDisplay implements Display {

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})\\s*%");
    private static final int EVERY_PERCENT = 10;

    private final PrintStream out;
    private String lastDemo = "";
    private int lastPercent = -EVERY_PERCENT;

    PlainDisplay(PrintStream out) {
        this.out = out;
    }

    @Override
    public void starting(Part part) {
        say(part.label() + " is starting");
    }

    @Override
    public void ready(Part part, int port, Duration took) {
        say(String.format(
                Locale.ROOT, "%s is ready on port %d (%.1f s)", part.label(), port, took.toMillis() / 1000.0));
    }

    @Override
    public void stopping() {
        say("Stopping");
    }

    @Override
    public void settled() {
        // Lines are complete as they are.
    }

    @Override
    public synchronized void say(String text) {
        out.println(text);
        out.flush();
    }

    /** A log does not need each step: one line for every ten percent, and whatever is not a percentage. */
    @Override
    public synchronized void demo(String progress) {
        if (progress.equals(lastDemo)) {
            return;
        }
        lastDemo = progress;
        Matcher matcher = PERCENT.matcher(progress);
        if (matcher.find()) {
            int percent = Integer.parseInt(matcher.group(1));
            if (percent < lastPercent + EVERY_PERCENT && percent < 100) {
                return;
            }
            lastPercent = percent - percent % EVERY_PERCENT;
        }
        say("demo: " + progress);
    }
}
