package io.tidewatch.ui.registry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import io.tidewatch.ui.client.BaselineFiles;
import io.tidewatch.ui.client.Callers;
import io.tidewatch.ui.client.Events;
import io.tidewatch.ui.client.Models;
import io.tidewatch.ui.client.Setups;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Poll;
import io.tidewatch.ui.component.Skeleton;
import io.tidewatch.ui.component.Slot;
import io.tidewatch.ui.identity.Signed;
import io.tidewatch.ui.shell.ModelLayout;
import io.tidewatch.ui.shell.PageView;
import io.tidewatch.ui.shell.Visit;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * From a new model to one that is watched, in steps that can be left and taken up again: what is done follows from what
 * the backend knows, and the page shows it as it happens.
 */
@PermitAll
@Route(value = "models/:model/setup", layout = ModelLayout.class)
class SetupView extends PageView {

    private static final Duration REFRESH = Duration.ofSeconds(3);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(10);

    private final Loader loader;
    private final Models models;
    private final Events events;
    private final Setups setups;
    private final Callers callers;
    private final BaselineFiles files;
    private final Slot slot;
    private final Poll poll;
    private @Nullable SetupBoard board;
    private Loader.@Nullable Ticket refresh;

    SetupView(Loader loader, Models models, Events events, Setups setups, Callers callers, BaselineFiles files) {
        this.loader = loader;
        this.models = models;
        this.events = events;
        this.setups = setups;
        this.callers = callers;
        this.files = files;
        this.slot = new Slot(loader, "the setup of the model", Skeleton.LINES);
        this.poll = new Poll(this);
        getElement().setAttribute("data-test", "setup-page");
        add(slot);
    }

    @Override
    protected void enter(Visit visit) {
        title("Setup · " + visit.model());
        poll.stop();
        board = null;
        slot.load(visit.state().organization(), call(visit), page -> show(page, visit));
    }

    private Loader.Call<SetupPage> call(Visit visit) {
        Signed signed = Signed.current();
        return caller -> SetupPage.read(caller, callers.me(signed), models, events, setups, visit.model());
    }

    private Component show(SetupPage page, Visit visit) {
        SetupBoard shown = new SetupBoard(loader, models, setups, files, visit, () -> reload(visit));
        board = shown;
        shown.update(page);
        next(visit, page);
        return shown;
    }

    /** Asks again without touching what stays the same, so that nobody loses what they type. */
    private void reload(Visit visit) {
        poll.stop();
        if (refresh != null) {
            refresh.cancel();
        }
        SetupBoard shown = board;
        if (shown == null) {
            return;
        }
        refresh = loader.load(
                this,
                visit.state().organization(),
                call(visit),
                page -> {
                    shown.update(page);
                    next(visit, page);
                },
                failure -> {
                    shown.fail(failure);
                    poll.after(AFTER_A_FAILURE, () -> reload(visit));
                });
    }

    private void next(Visit visit, SetupPage page) {
        if (!page.setup().isOver()) {
            poll.after(REFRESH, () -> reload(visit));
        }
    }
}
