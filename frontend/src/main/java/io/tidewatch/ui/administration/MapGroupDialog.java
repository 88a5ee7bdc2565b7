package io.tidewatch.ui.administration;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.tidewatch.ui.client.Members;
import io.tidewatch.ui.client.Members.IdentityProvider;
import io.tidewatch.ui.client.Members.NewGroupMapping;
import io.tidewatch.ui.client.Organizations.Team;
import io.tidewatch.ui.component.FormDialog;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.navigation.PageState;
import java.util.ArrayList;
import java.util.List;

/** Lets a group of an identity provider give a right. */
final class MapGroupDialog extends FormDialog {

    private static final String EVERYTHING = "everything in the organization";

    private final IdentityProvider provider;
    private final List<Team> teams;
    private final TextField group = new TextField("Group");
    private final Select<String> target = new Select<>();
    private final Select<String> role = new Select<>();

    MapGroupDialog(
            Loader loader,
            Members members,
            IdentityProvider provider,
            List<Team> teams,
            PageState state,
            Runnable reload) {
        super("Map a group of " + Issuers.label(provider.issuer()), "Map", "map-group");
        this.provider = provider;
        this.teams = teams;
        group.setRequiredIndicatorVisible(true);
        group.setHelperText("As the claim \"groups\" of its tokens names it");
        List<String> targets = new ArrayList<>(teams.stream().map(Team::name).toList());
        targets.add(EVERYTHING);
        target.setLabel("Gives a role in");
        target.setItems(targets);
        target.setValue(targets.getFirst());
        role.setLabel("Role");
        role.setItems("viewer", "editor", "admin");
        role.setValue("viewer");
        target.addValueChangeListener(event -> role.setVisible(!EVERYTHING.equals(event.getValue())));
        field("group", group).field("team", target).field("role", role);
        onSubmit(
                loader,
                state.organization(),
                () -> {
                    NewGroupMapping wanted = wanted();
                    return caller -> members.map(caller, wanted);
                },
                mapped -> reload.run());
    }

    private NewGroupMapping wanted() {
        String name = group.getValue().strip();
        if (EVERYTHING.equals(target.getValue())) {
            return new NewGroupMapping(provider.issuer(), name, null, null, true);
        }
        String team = teams.stream()
                .filter(each -> each.name().equals(target.getValue()))
                .findFirst()
                .orElseThrow()
                .key();
        return new NewGroupMapping(provider.issuer(), name, team, role.getValue(), null);
    }
}
