package io.tidewatch.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import io.tidewatch.ui.client.Failure;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A place on a page that fills itself with the result of a call: a skeleton while it loads (after 200 ms), the content, an
 * error with a retry, or "not here". Loading again keeps the old content, dimmed, and drops answers that come too late.
 */
public final class Slot extends Div {

    private final Loader loader;
    private final String what;
    private final Skeleton skeleton;
    private Loader.@Nullable Ticket ticket;

    /** An empty place for {@code what}, which completes the sentence "could not load ...". */
    public Slot(Loader loader, String what, Skeleton skeleton) {
        this.loader = loader;
        this.what = what;
        this.skeleton = skeleton;
        addClassName("tw-slot");
    }

    /** Starts a call and shows what {@code render} makes of its result. */
    public <T> void load(@Nullable String organization, Loader.Call<T> call, Function<T, Component> render) {
        if (ticket != null) {
            ticket.cancel();
        }
        if (getChildren().findAny().isEmpty()) {
            add(skeleton.create());
        }
        getElement().setAttribute("aria-busy", "true");
        ticket = loader.load(
                this,
                organization,
                call,
                value -> show(render.apply(value)),
                failure -> show(state(failure, () -> load(organization, call, render))));
    }

    /** Shows something that needs no call. */
    public void show(Component content) {
        if (ticket != null) {
            ticket.cancel();
            ticket = null;
        }
        getElement().removeAttribute("aria-busy");
        removeAll();
        add(content);
    }

    private Component state(Failure failure, Runnable retry) {
        return switch (failure) {
            case Failure.NotHere notHere -> States.notHere();
            case Failure.NoBaseline noBaseline -> States.noBaseline(UI.getCurrent());
            default ->
                States.failed(what, failure, () -> {
                    removeAll();
                    retry.run();
                });
        };
    }
}
