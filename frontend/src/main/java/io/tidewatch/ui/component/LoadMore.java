package io.tidewatch.ui.component;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import io.tidewatch.ui.client.Caller;
import io.tidewatch.ui.client.Page;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The foot of a table that shows some pages of a list: a button for the next page, gone when there is none. */
public final class LoadMore<T> extends Composite<Div> {

    private final Loader loader;
    private final @Nullable String organization;
    private final BiFunction<Caller, @Nullable String, Page<T>> read;
    private final Consumer<List<T>> add;
    private final Button button;
    private @Nullable String cursor;

    /**
     * A foot.
     *
     * @param cursor of the next page, null if there is none
     * @param read reads the page of a cursor
     * @param add takes its items
     */
    public LoadMore(
            Loader loader,
            @Nullable String organization,
            int pageSize,
            @Nullable String cursor,
            BiFunction<Caller, @Nullable String, Page<T>> read,
            Consumer<List<T>> add) {
        this.loader = loader;
        this.organization = organization;
        this.read = read;
        this.add = add;
        this.button = new Button("Load " + pageSize + " more", new Icon("down"), event -> next());
        button.setDisableOnClick(true);
        button.getElement().setAttribute("data-test", "load-more");
        getContent().addClassName("tw-foot");
        getContent().add(button);
        turnTo(cursor);
    }

    private void next() {
        String of = cursor;
        loader.load(
                this,
                organization,
                caller -> read.apply(caller, of),
                page -> {
                    add.accept(page.items());
                    turnTo(page.nextCursor());
                    button.setEnabled(true);
                },
                failure -> {
                    button.setEnabled(true);
                    Notification.show(failure.summary());
                });
    }

    private void turnTo(@Nullable String next) {
        cursor = next;
        getContent().setVisible(next != null);
    }
}
