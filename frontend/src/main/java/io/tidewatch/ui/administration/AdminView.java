package io.tidewatch.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import io.tidewatch.ui.client.Caller;
import io.tidewatch.ui.client.Callers;
import io.tidewatch.ui.client.Me;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Skeleton;
import io.tidewatch.ui.component.Slot;
import io.tidewatch.ui.component.States;
import io.tidewatch.ui.identity.Signed;
import io.tidewatch.ui.shell.AdminPage;
import io.tidewatch.ui.shell.PageView;
import io.tidewatch.ui.shell.Visit;
import java.util.Optional;

/**
 * A page of the administration: a title, and one place that fills itself for those who may open the page.
 *
 * @param <T> what the page shows
 */
abstract class AdminView<T> extends PageView {

    /** How the page gets its data. */
    protected final Loader loader;

    private final Callers callers;
    private final AdminPage page;
    private final Slot slot;
    private final Div tools = new Div();

    AdminView(Loader loader, Callers callers, AdminPage page, String sentence) {
        this.loader = loader;
        this.callers = callers;
        this.page = page;
        this.slot = new Slot(loader, page.label(), Skeleton.TABLE);
        title(page.label());
        Span line = new Span(sentence);
        line.addClassNames("tw-quiet", "tw-small");
        Div titles = new Div(new H1(page.label()), line);
        titles.addClassName("tw-titles");
        Div head = new Div(titles);
        head.addClassName("tw-head");
        tools.addClassName("tw-row");
        tools.setVisible(false);
        add(head, tools, slot);
    }

    /** Fields above the content. They stay in place when it is read anew, so that typing goes on. */
    protected final void tools(Component... fields) {
        tools.add(fields);
        tools.setVisible(true);
    }

    /** Reads what the page shows. Blocks; runs in the background. */
    protected abstract T read(Caller caller, Me.Organization organization, Visit visit);

    /** Shows it. */
    protected abstract Component show(T value, Visit visit);

    @Override
    protected void enter(Visit visit) {
        load(visit);
    }

    /** Reads and shows everything anew. */
    protected final void load(Visit visit) {
        Signed signed = Signed.current();
        slot.load(
                visit.state().organization(),
                caller -> {
                    Me.Organization organization = callers.me(signed)
                            .organization(caller.organization())
                            .orElseThrow();
                    return page.isFor(organization)
                            ? Optional.of(read(caller, organization, visit))
                            : Optional.<T>empty();
                },
                value -> value.map(read -> show(read, visit)).orElseGet(this::refuse));
    }

    private Component refuse() {
        tools.setVisible(false);
        return States.noPermission(page.audience());
    }

    /** Parts of a page below each other. */
    protected static Div stack(Component... parts) {
        Div stack = new Div(parts);
        stack.addClassName("tw-page");
        return stack;
    }
}
