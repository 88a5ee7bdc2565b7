package io.tidewatch.ui.registry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import io.tidewatch.ui.client.Failure;
import io.tidewatch.ui.client.ModelVersion;
import io.tidewatch.ui.client.SettledSchema;
import io.tidewatch.ui.client.Setups;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.shell.Visit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The schema that was inferred from the events, to be confirmed or corrected. */
final class SetupSchemaStep extends Div {

    private static final List<String> COLUMNS =
            List.of("Feature", "Type", "Required", "Min", "Max", "Categories", "Unit");

    private final Loader loader;
    private final Setups setups;
    private final Visit visit;
    private final Runnable done;
    private final Paragraph problem = new Paragraph();
    private final Paragraph changes = new Paragraph();
    private final TextField positive = new TextField("Positive class");
    private final TextField classes = new TextField("Classes");
    private final NumberField threshold = new NumberField("Threshold");
    private final Button confirm = new Button("Confirm the schema", event -> submit());
    private final List<FeatureRow> rows = new ArrayList<>();
    private @Nullable ModelVersion shown;
    private @Nullable Boolean shownEditable;

    SetupSchemaStep(Loader loader, Setups setups, Visit visit, Runnable done) {
        this.loader = loader;
        this.setups = setups;
        this.visit = visit;
        this.done = done;
        addClassName("tw-stack");
        problem.addClassName("tw-problem");
        problem.getElement().setAttribute("role", "alert").setAttribute("data-test", "schema-problem");
        changes.addClassName("tw-quiet");
        changes.getElement().setAttribute("role", "status").setAttribute("data-test", "schema-changes");
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.getElement().setAttribute("data-test", "confirm-schema");
        positive.setHelperText("The class that the score is the probability of");
        positive.getElement().setAttribute("data-test", "schema-positive");
        classes.setHelperText("Two names with a comma between, or none to take any");
        threshold.setHelperText("Score from which the model says the positive class");
        threshold.setPlaceholder("0.5");
    }

    /** One line about the schema of a version. */
    static String summary(@Nullable ModelVersion version) {
        if (version == null) {
            return "Inferred from the first predictions; you then confirm or correct it.";
        }
        String features = Numbers.count(version.features().size(), "feature", "features");
        return version.isInferred()
                ? features + " inferred for version " + version.version()
                        + "; it grows with what arrives until you confirm."
                : features + " in version " + version.version() + ".";
    }

    void update(@Nullable ModelVersion version, boolean editable) {
        if (Objects.equals(version, shown) && Objects.equals(editable, shownEditable)) {
            return;
        }
        shown = version;
        shownEditable = editable;
        removeAll();
        rows.clear();
        if (version == null) {
            add(new Paragraph("Nothing has arrived yet."));
        } else if (version.isInferred() && editable) {
            edit(version);
        } else {
            add(SchemaTable.of(version));
        }
    }

    private void edit(ModelVersion version) {
        NativeTableBody body = new NativeTableBody();
        for (ModelVersion.Feature feature : version.features()) {
            FeatureRow row = new FeatureRow(feature, this::showChanges);
            rows.add(row);
            body.add(row);
        }
        NativeTableRow head = new NativeTableRow();
        for (String column : COLUMNS) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(column);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        NativeTable table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassNames("tw-table", "tw-form-table");
        table.getElement().setAttribute("data-test", "schema-editor");
        Div scroll = new Div(table);
        scroll.addClassName("tw-scroll");
        Paragraph about =
                new Paragraph("An event without a required feature, or with a value of another type, is refused."
                        + " Values outside of min, max and categories are kept and counted as a quality issue.");
        about.addClassName("tw-quiet");
        add(about, scroll, output(version.output()), changes, problem, confirm);
        showChanges();
    }

    private Component output(ModelVersion.@Nullable Output output) {
        Div fields = new Div();
        fields.addClassNames("tw-row", "tw-fields");
        if (output != null && output.positiveClass() != null) {
            positive.setValue(output.positiveClass());
            classes.setValue(output.classes() == null ? "" : String.join(", ", output.classes()));
            threshold.setValue(output.threshold());
            fields.add(positive, classes, threshold);
        } else {
            positive.clear();
        }
        return fields;
    }

    private void showChanges() {
        List<String> changed = rows.stream()
                .map(FeatureRow::changedName)
                .filter(Objects::nonNull)
                .toList();
        changes.setText(
                changed.isEmpty()
                        ? ""
                        : "The type changes for " + String.join(", ", changed)
                                + ". Predictions stored so far keep their"
                                + " values and stay readable, but those values are not compared with the new type.");
    }

    private void submit() {
        problem.setText("");
        ModelVersion version = shown;
        if (version == null) {
            return;
        }
        SettledSchema schema =
                new SettledSchema(rows.stream().map(FeatureRow::feature).toList(), settledOutput(version.output()));
        loader.load(
                this,
                visit.state().organization(),
                caller -> setups.settle(caller, visit.model(), version.version(), schema),
                settled -> {
                    confirm.setEnabled(true);
                    done.run();
                },
                this::refuse);
    }

    private ModelVersion.@Nullable Output settledOutput(ModelVersion.@Nullable Output inferred) {
        if (inferred == null || inferred.positiveClass() == null) {
            return null;
        }
        List<String> names = Arrays.stream(classes.getValue().split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        return new ModelVersion.Output(
                names.isEmpty() ? null : names,
                positive.getValue().isBlank() ? null : positive.getValue().strip(),
                threshold.getValue(),
                null);
    }

    private void refuse(Failure failure) {
        confirm.setEnabled(true);
        problem.setText(failure.summary());
        if (failure instanceof Failure.Conflict) {
            done.run();
        }
    }
}
