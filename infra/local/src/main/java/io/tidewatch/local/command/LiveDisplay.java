package io.tidewatch.local.command;

import io.tidewatch.local.Part;
import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** A small table that changes in place while the parts start, and one line for the demo. */
final class LiveDisplay implements Display {

    private static final String UP_ONE_LINE = "\u001b[A";
    private static final String CLEAR_LINE = "\r\u001b[2K";
    private static final int MAX_DEMO_WIDTH = 100;
    private static final long REFRESH_MILLIS = 250;

    private final PrintStream out;
    private final Map<Part, String> lines = new EnumMap<>(Part.class);
    private final Map<Part, Long> startedAt = new EnumMap<>(Part.class);
    private int drawn;
    private boolean settled;
    private boolean demoLine;

    LiveDisplay(PrintStream out) {
        this.out = out;
        Thread.ofVirtual().name("display").start(this::refresh);
    }

    private void refresh() {
        try {
            while (redrawWhileStarting()) {
                Thread.sleep(REFRESH_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean redrawWhileStarting() {
        if (!settled && !startedAt.isEmpty()) {
            draw();
        }
        return !settled;
    }

    @Override
    public synchronized void starting(Part part) {
        lines.remove(part);
        startedAt.put(part, System.nanoTime());
        draw();
    }

    @Override
    public synchronized void ready(Part part, int port, Duration took) {
        lines.put(part, String.format(Locale.ROOT, "ready on port %-5d  %5.1f s", port, took.toMillis() / 1000.0));
        draw();
    }

    @Override
    public synchronized void settled() {
        draw();
        settled = true;
    }

    @Override
    public synchronized void stopping() {
        settled = true;
        say("Stopping");
    }

    @Override
    public synchronized void say(String text) {
        endDemoLine();
        out.println(text);
        out.flush();
        drawn = 0;
    }

    @Override
    public synchronized void demo(String progress) {
        String cut = progress.length() > MAX_DEMO_WIDTH ? progress.substring(0, MAX_DEMO_WIDTH) : progress;
        out.print(CLEAR_LINE + "Demo: " + cut);
        out.flush();
        demoLine = true;
    }

    private void endDemoLine() {
        if (demoLine) {
            out.println();
            demoLine = false;
        }
    }

    private void draw() {
        if (settled) {
            return;
        }
        StringBuilder text = new StringBuilder(UP_ONE_LINE.repeat(drawn));
        startedAt.forEach((part, since) -> text.append(CLEAR_LINE)
                .append(String.format("  %-12s", part.label()))
                .append(lines.getOrDefault(part, "starting ... " + (System.nanoTime() - since) / 1_000_000_000 + " s"))
                .append('\n'));
        out.print(text);
        out.flush();
        drawn = startedAt.size();
    }
}
