package io.tidewatch.ui.administration;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Route;
import io.tidewatch.ui.client.Callers;
import io.tidewatch.ui.client.Me;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Skeleton;
import io.tidewatch.ui.component.Slot;
import io.tidewatch.ui.component.States;
import io.tidewatch.ui.identity.Signed;
import io.tidewatch.ui.navigation.Navigator;
import io.tidewatch.ui.shell.AdminLayout;
import io.tidewatch.ui.shell.AdminPage;
import io.tidewatch.ui.shell.PageView;
import io.tidewatch.ui.shell.Visit;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;

/** The address of the administration as a whole: goes on to the first page that the person may open. */
@PermitAll
@Route(value = "admin", layout = AdminLayout.class)
class AdminStartView extends PageView {

    private final Loader loader;
    private final Callers callers;
    private final Slot slot;

    AdminStartView(Loader loader, Callers callers) {
        this.loader = loader;
        this.callers = callers;
        this.slot = new Slot(loader, "the administration", Skeleton.TABLE);
        title("Administration");
        add(slot);
    }

    @Override
    protected void enter(Visit visit) {
        Signed signed = Signed.current();
        loader.load(
                this,
                visit.state().organization(),
                caller -> callers.me(signed).organization(caller.organization()).orElseThrow(),
                organization -> open(organization, visit),
                failure -> slot.show(States.failed("the administration", failure, () -> enter(visit))));
    }

    private static void open(Me.Organization organization, Visit visit) {
        Arrays.stream(AdminPage.values())
                .filter(page -> page.isFor(organization))
                .findFirst()
                .ifPresent(page -> Navigator.open(UI.getCurrent(), page.path(), visit.state()));
    }
}
