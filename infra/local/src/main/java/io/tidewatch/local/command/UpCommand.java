package io.tidewatch.local.command;

import io.tidewatch.local.Applications;
import io.tidewatch.local.Crash;
import io.tidewatch.local.LocalStack;
import io.tidewatch.local.RunFile;
import io.tidewatch.local.StackFile;
import io.tidewatch.local.StackLock;
import io.tidewatch.local.Versions;
import io.tidewatch.local.accounts.Accounts;
import io.tidewatch.local.accounts.SignIn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Brings the whole stack up, shows how, and holds it until it is stopped or a part of it fails. */
final class UpCommand {

    private final UpOptions options;
    private final Display display;

    UpCommand(UpOptions options, Display display) {
        this.options = options;
        this.display = display;
    }

    int run() {
        long begin = System.nanoTime();
        if (isRunning(options.data())) {
            String address = RunFile.read(options.data()).map(RunFile::ui).orElse("not known yet");
            display.say("Tidewatch is already running on " + options.data() + ": " + address
                    + " (./tidewatch status shows it, ./tidewatch down stops it)");
            return Main.OK;
        }
        Accounts accounts = options.accounts().map(Accounts::read).orElseGet(Accounts::none);
        display.say("Tidewatch " + Versions.of("tidewatch") + ", data in " + options.data());
        LocalStack stack = LocalStack.builder()
                .dataFolder(options.data())
                .applications(Applications.assembledIn(options.home()))
                .accounts(accounts)
                .durable()
                .usualPorts()
                .listener(display)
                .start();
        Optional<DemoReplay> demo = Optional.empty();
        try {
            display.settled();
            Path stackFile = StackFile.write(stack);
            demo = options.demo().map(wanted -> new DemoReplay(options.home(), stack, wanted, display));
            stopAtExit(stack, demo);
            display.say(welcome(stack, stackFile, (System.nanoTime() - begin) / 1_000_000_000));
            demo.ifPresent(DemoReplay::start);
            return report(stack.crash().join());
        } finally {
            demo.ifPresent(DemoReplay::close);
            stack.close();
        }
    }

    private static boolean isRunning(Path data) {
        Optional<StackLock> lock = StackLock.tryAcquire(data);
        lock.ifPresent(StackLock::close);
        return lock.isEmpty();
    }

    private static void stopAtExit(LocalStack stack, Optional<DemoReplay> demo) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            demo.ifPresent(DemoReplay::close);
                            stack.close();
                        },
                        "stop"));
    }

    private int report(Crash crash) {
        display.say(String.format(
                Locale.ROOT,
                "%n%s ended unexpectedly with code %d. The end of its log:%n%s%nEverything else is being stopped.",
                crash.part().label(),
                crash.exitCode(),
                crash.lastLines()));
        return Main.FAILED;
    }

    private static String welcome(LocalStack stack, Path stackFile, long seconds) {
        StringBuilder text = new StringBuilder();
        text.append("\nTidewatch is ready after ")
                .append(seconds)
                .append(" s: ")
                .append(stack.uiUrl());
        text.append("\n\n");
        if (!stack.signIns().isEmpty()) {
            text.append(Table.of(rows(stack.signIns()))).append("\n\n");
        }
        text.append("  REST interface  ").append(stack.apiUrl()).append("/q/swagger-ui\n");
        text.append("  For scripts     ").append(stackFile).append(" (addresses, accounts, API keys)\n");
        text.append("  Logs            ").append(stack.logs()).append("\n\n");
        text.append("Ctrl-C or ./tidewatch down stops it.");
        return text.toString();
    }

    private static List<List<String>> rows(List<SignIn> signIns) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("User", "Password", "Organization", "Role"));
        signIns.forEach(signIn ->
                rows.add(List.of(signIn.username(), signIn.password(), signIn.organization(), describe(signIn))));
        return rows;
    }

    private static String describe(SignIn signIn) {
        if (signIn.roles().contains(SignIn.ORGANIZATION_ADMIN)) {
            return "administrator of the organization";
        }
        return signIn.teams().stream()
                .map(team -> team.role() + " of " + team.team())
                .collect(Collectors.joining(", "));
    }
}
