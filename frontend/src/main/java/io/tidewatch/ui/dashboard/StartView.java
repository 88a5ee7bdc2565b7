package io.tidewatch.ui.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.Skeleton;
import io.tidewatch.ui.component.Slot;
import io.tidewatch.ui.component.States;
import io.tidewatch.ui.component.StatusBadge;
import io.tidewatch.ui.component.Time;
import io.tidewatch.ui.component.Verdict;
import io.tidewatch.ui.navigation.Navigator;
import io.tidewatch.ui.navigation.PageState;
import io.tidewatch.ui.navigation.Paths;
import io.tidewatch.ui.shell.MainLayout;
import io.tidewatch.ui.shell.PageView;
import io.tidewatch.ui.shell.Visit;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Answers "is anything wrong?" first, then lists what is, most urgent first. */
@PermitAll
@Route(value = "", layout = MainLayout.class)
class StartView extends PageView {

    private final Standings standings;
    private final Slot slot;

    StartView(Loader loader, Standings standings) {
        this.standings = standings;
        this.slot = new Slot(loader, "how your models stand", Skeleton.TABLE);
        title("Start");
        getElement().setAttribute("data-test", "start-page");
        add(new H1("How your models stand"), slot);
    }

    @Override
    protected void enter(Visit visit) {
        slot.load(
                visit.state().organization(),
                caller -> standings.read(caller, visit.state().team()),
                standing -> show(standing, visit.state()));
    }

    private static Component show(Standing standing, PageState state) {
        Div page = new Div();
        page.addClassName("tw-page");
        if (standing.entries().isEmpty()) {
            page.add(Card.around(firstSteps(state)));
            return page;
        }
        page.add(new Verdict(standing.worst(), standing.sentence(), null));
        List<Standing.Entry> urgent = standing.needingAttention();
        if (!urgent.isEmpty()) {
            page.add(Card.flush("Look at these first", null).with(list(urgent, state, "attention")));
        }
        List<Standing.Entry> others = standing.others();
        if (!others.isEmpty()) {
            page.add(Card.flush(urgent.isEmpty() ? "Models" : "The rest", null).with(list(others, state, "others")));
        }
        if (standing.truncated()) {
            Paragraph more = new Paragraph("There are more models than fit here; choose a team, or see ");
            more.add(new Anchor(Navigator.href(Paths.MODELS, state), "all models"), new Span("."));
            page.add(more);
        }
        return page;
    }

    private static UnorderedList list(List<Standing.Entry> entries, PageState state, String testId) {
        UnorderedList list = new UnorderedList();
        list.addClassName("tw-attention");
        list.getElement().setAttribute("data-test", testId);
        for (Standing.Entry entry : entries) {
            list.add(item(entry, state));
        }
        return list;
    }

    private static ListItem item(Standing.Entry entry, PageState state) {
        Anchor name = new Anchor(
                Navigator.href(Paths.model(entry.model().key()), state),
                entry.model().name());
        name.addClassName("tw-name");
        name.getElement()
                .setAttribute("router-link", true)
                .setAttribute("data-test", "start-model")
                .setAttribute("data-model", entry.model().key());
        Span reason = new Span(entry.reason());
        reason.addClassName("tw-quiet");
        Div what = new Div(name, new Div(reason));
        Div figures = new Div();
        figures.addClassNames("tw-quiet", "tw-small", "tw-num");
        if (entry.health() != null) {
            figures.add(new Div(Numbers.count(entry.health().predictionCount24h()) + " in 24 h"));
            figures.add(new Div(Time.ago(entry.health().lastPredictionAt())));
        }
        return new ListItem(new StatusBadge(entry.status()), what, figures);
    }

    private static Component firstSteps(PageState state) {
        Div empty = States.empty(
                "Nothing to watch yet",
                "Register a model. Its setup leads you from an API key and the first prediction to a monitored model, in"
                        + " Java, with curl or in Python.");
        Anchor models = new Anchor(Navigator.href(Paths.MODELS, state), "Register your first model");
        models.getElement().setAttribute("router-link", true).setAttribute("data-test", "first-model");
        empty.add(models);
        return empty;
    }
}
