package io.tidewatch.ui.registry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import io.tidewatch.ui.client.Model;
import io.tidewatch.ui.client.Models;
import io.tidewatch.ui.client.Organizations.TeamRef;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.Icon;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.navigation.PageState;
import java.util.List;

/** Which other teams may read a model. Sharing can be undone with one click, and never lets them change it. */
final class SharingCard {

    private SharingCard() {}

    static Component of(
            Loader loader, Models models, Model model, List<TeamRef> teams, PageState state, Runnable reload) {
        Card card = Card.flush(
                "Sharing",
                "Teams that may look at this model besides its owner. They cannot change it.",
                Editors.reasonFor(model));
        List<TeamRef> others = teams.stream()
                .filter(team -> !team.key().equals(model.team().key()))
                .toList();
        if (others.isEmpty()) {
            Paragraph none = new Paragraph("There are no other teams in this organization.");
            none.addClassName("tw-quiet");
            none.getStyle().set("padding", "16px 20px");
            return card.with(none);
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("tw-list");
        for (TeamRef team : others) {
            list.add(item(loader, models, model, team, state, reload));
        }
        return card.with(list);
    }

    private static ListItem item(
            Loader loader, Models models, Model model, TeamRef team, PageState state, Runnable reload) {
        boolean shared = model.sharedTeams().contains(team.key());
        Button change = new Button(shared ? "Stop sharing" : "Share", new Icon(shared ? "close" : "share"));
        change.addThemeVariants(ButtonVariant.SMALL);
        change.setDisableOnClick(true);
        change.getElement().setAttribute("data-test", "share-" + team.key());
        change.addClickListener(event -> loader.load(
                change,
                state.organization(),
                caller -> {
                    if (shared) {
                        models.unshare(caller, model.key(), team.key());
                    } else {
                        models.share(caller, model.key(), team.key());
                    }
                    return team;
                },
                changed -> reload.run(),
                failure -> {
                    change.setEnabled(true);
                    Notification.show(failure.summary());
                }));
        Span status = new Span(shared ? "may look at this model" : "cannot see this model");
        status.addClassNames("tw-quiet", "tw-small");
        Div who = new Div(new Span(team.name()), status);
        who.addClassName("tw-cell");
        return model.access().edit() ? new ListItem(who, change) : new ListItem(who);
    }
}
