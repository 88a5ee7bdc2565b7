package io.tidewatch.ui.administration;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.tidewatch.ui.client.ApiKeys;
import io.tidewatch.ui.client.ApiKeys.NewApiKey;
import io.tidewatch.ui.client.Organizations.Team;
import io.tidewatch.ui.component.FormDialog;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.navigation.PageState;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes an API key and shows its secret. */
final class CreateKeyDialog extends FormDialog {

    private static final Map<String, String> SCOPES = Map.of(
            "ingest", "ingest: send predictions and ground truth",
            "read", "read: models, drift, performance, stored predictions",
            "manage", "manage: register models and versions, pin baselines");

    private final TextField name = new TextField("Name");
    private final Select<Team> team = new Select<>();
    private final CheckboxGroup<String> scopes = new CheckboxGroup<>("It may");
    private final DatePicker expiry = new DatePicker("Expires");

    CreateKeyDialog(Loader loader, ApiKeys keys, List<Team> teams, PageState state, Runnable reload) {
        super("Create an API key", "Create", "create-key");
        name.setRequiredIndicatorVisible(true);
        name.setHelperText("What uses it, such as \"batch scoring\"");
        team.setLabel("Team");
        team.setItems(teams);
        team.setItemLabelGenerator(Team::name);
        team.setValue(teams.stream()
                .filter(each -> each.key().equals(state.team()))
                .findFirst()
                .orElse(teams.getFirst()));
        team.setHelperText("The key sends to this team's models and reads what the team may read");
        scopes.setItems("ingest", "read", "manage");
        scopes.setItemLabelGenerator(SCOPES::get);
        scopes.setValue(Set.of("ingest"));
        expiry.setMin(LocalDate.now(ZoneOffset.UTC).plusDays(1));
        expiry.setHelperText("At the beginning of this day in UTC; empty: never");
        expiry.setClearButtonVisible(true);
        field("name", name).field("team", team).field("scopes", scopes).field("expiresAt", expiry);
        onSubmit(
                loader,
                state.organization(),
                () -> {
                    NewApiKey wanted = wanted();
                    return caller -> keys.create(caller, wanted);
                },
                created -> {
                    new SecretDialog(created).open();
                    reload.run();
                });
    }

    private NewApiKey wanted() {
        LocalDate day = expiry.getValue();
        return new NewApiKey(
                name.getValue().strip(),
                team.getValue().key(),
                scopes.getValue(),
                day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
