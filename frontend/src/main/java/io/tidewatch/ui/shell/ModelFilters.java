package io.tidewatch.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.tidewatch.ui.navigation.Navigator;
import io.tidewatch.ui.navigation.PageState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which version and environment of a model are looked at. Both are part of the address. */
final class ModelFilters extends Div {

    private static final String ALL = "";

    private final Select<String> version = new Select<>();
    private final ComboBox<String> environment = new ComboBox<>();
    private List<String> known = List.of();
    private @Nullable String chosen;
    private boolean filling;

    ModelFilters() {
        addClassName("tw-row");
        version.setAriaLabel("Version");
        version.setItemLabelGenerator(key -> key.equals(ALL) ? "All versions" : "Version " + key);
        version.getElement().setAttribute("data-test", "version-filter");
        version.setWidth("150px");
        version.addValueChangeListener(event -> {
            if (!filling && event.getValue() != null) {
                change(state -> state.withVersion(blankToNull(event.getValue())));
            }
        });
        environment.setAriaLabel("Environment");
        environment.setItems("production", "staging");
        environment.setAllowCustomValue(true);
        environment.setPlaceholder("All environments");
        environment.setClearButtonVisible(true);
        environment.setWidth("170px");
        environment.getElement().setAttribute("data-test", "environment-filter");
        environment.addCustomValueSetListener(
                event -> environment.setValue(event.getDetail().strip()));
        environment.addValueChangeListener(event -> {
            if (!filling) {
                change(state -> state.withEnvironment(blankToNull(event.getValue())));
            }
        });
        add(version, environment);
    }

    /** Shows what the address says. */
    void show(PageState state) {
        chosen = state.version();
        fill(() -> environment.setValue(state.environment()));
        versions(known);
    }

    /** Offers these versions, and the chosen one even if it is not among them. */
    void versions(List<String> keys) {
        known = keys;
        List<String> items = new ArrayList<>(List.of(ALL));
        items.addAll(keys);
        if (chosen != null && !items.contains(chosen)) {
            items.add(chosen);
        }
        fill(() -> {
            version.setItems(items);
            version.setValue(chosen == null ? ALL : chosen);
        });
    }

    private void fill(Runnable change) {
        filling = true;
        try {
            change.run();
        } finally {
            filling = false;
        }
    }

    private static void change(java.util.function.UnaryOperator<PageState> change) {
        Navigator.change(UI.getCurrent(), change);
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
