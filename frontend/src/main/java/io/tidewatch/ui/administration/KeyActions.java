package io.tidewatch.ui.administration;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import io.tidewatch.ui.client.ApiKey;
import io.tidewatch.ui.client.ApiKeys;
import io.tidewatch.ui.component.Ask;
import io.tidewatch.ui.component.FormDialog;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.shell.Visit;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be done with an API key that works. */
final class KeyActions {

    private static final Map<Duration, String> OVERLAPS = new LinkedHashMap<>();

    static {
        OVERLAPS.put(Duration.ZERO, "At once");
        OVERLAPS.put(Duration.ofHours(1), "In 1 hour");
        OVERLAPS.put(Duration.ofDays(1), "In 1 day");
        OVERLAPS.put(Duration.ofDays(7), "In 7 days");
        OVERLAPS.put(Duration.ofDays(30), "In 30 days");
    }

    private final Loader loader;
    private final ApiKeys keys;
    private final Visit visit;
    private final Runnable reload;

    KeyActions(Loader loader, ApiKeys keys, Visit visit, Runnable reload) {
        this.loader = loader;
        this.keys = keys;
        this.visit = visit;
        this.reload = reload;
    }

    void rotate(ApiKey key) {
        Select<Duration> overlap = new Select<>();
        overlap.setLabel("The old secret ends");
        overlap.setItems(OVERLAPS.keySet());
        overlap.setItemLabelGenerator(OVERLAPS::get);
        overlap.setValue(Duration.ofDays(1));
        overlap.setHelperText("Until then both secrets work. Long enough for every service to get the new one.");
        new FormDialog("Rotate " + key.name(), "Rotate", "rotate-key")
                .text("The key gets a new secret and keeps its id, scopes and limits.")
                .field("overlap", overlap)
                .onSubmit(
                        loader,
                        visit.state().organization(),
                        () -> {
                            Duration chosen = overlap.getValue();
                            return caller -> keys.rotate(caller, key.id(), chosen);
                        },
                        rotated -> {
                            new SecretDialog(rotated).open();
                            reload.run();
                        })
                .open();
    }

    void endPreviousSecret(ApiKey key) {
        Ask.before(
                "End the old secret of " + key.name() + "?",
                "Services that still use it are refused from now on. The new secret goes on working.",
                "End it",
                "end-old-dialog",
                () -> run("The old secret is refused now.", caller -> {
                    keys.endPreviousSecret(caller, key.id());
                    return key;
                }));
    }

    void revoke(ApiKey key) {
        Ask.before(
                "Revoke " + key.name() + "?",
                "Every service that uses it is refused within 5 seconds. This cannot be undone.",
                "Revoke",
                "revoke-dialog",
                () -> run(key.name() + " is revoked.", caller -> {
                    keys.revoke(caller, key.id());
                    return key;
                }));
    }

    void limit(ApiKey key) {
        IntegerField events = number("Events per second", key.limits().eventsPerSecond());
        IntegerField eventBurst = number("Events at once", key.limits().eventBurst());
        IntegerField bytes = number("Bytes per second", key.limits().bytesPerSecond());
        IntegerField byteBurst = number("Bytes at once", key.limits().byteBurst());
        eventBurst.setHelperText("Empty: ten seconds' worth");
        new FormDialog("Limits of " + key.name(), "Set limits", "limit-key")
                .text("Below the limits of the organization, so that one service cannot use up what all of them share."
                        + " Empty: no limit of its own.")
                .field("eventsPerSecond", events)
                .field("eventBurst", eventBurst)
                .field("bytesPerSecond", bytes)
                .field("byteBurst", byteBurst)
                .onSubmit(
                        loader,
                        visit.state().organization(),
                        () -> {
                            ApiKey.Limits limits =
                                    new ApiKey.Limits(value(events), value(eventBurst), value(bytes), value(byteBurst));
                            return caller -> keys.limit(caller, key.id(), limits);
                        },
                        limited -> reload.run())
                .open();
    }

    private void run(String done, Loader.Call<ApiKey> call) {
        loader.load(
                UI.getCurrent(),
                visit.state().organization(),
                call,
                key -> {
                    Ask.say(done);
                    reload.run();
                },
                failure -> Ask.say(failure.summary()));
    }

    private static IntegerField number(String label, @Nullable Long value) {
        IntegerField field = new IntegerField(label);
        field.setMin(1);
        field.setValue(value == null ? null : (int) Math.min(value, Integer.MAX_VALUE));
        return field;
    }

    private static @Nullable Long value(IntegerField field) {
        return field.getValue() == null ? null : field.getValue().longValue();
    }
}
