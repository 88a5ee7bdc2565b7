package io.tidewatch.ui.registry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import io.tidewatch.ui.client.ModelVersion;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One inferred feature, to be corrected. */
final class FeatureRow extends NativeTableRow {

    private static final List<String> TYPES =
            List.of("float64", "float32", "int64", "category", "boolean", "text", "timestamp");

    private final ModelVersion.Feature inferred;
    private final Select<String> type = new Select<>();
    private final Checkbox required = new Checkbox();
    private final NumberField min = new NumberField();
    private final NumberField max = new NumberField();
    private final TextField categories = new TextField();
    private final TextField unit = new TextField();

    FeatureRow(ModelVersion.Feature inferred, Runnable changed) {
        this.inferred = inferred;
        boolean embedding = "embedding".equals(inferred.type());
        type.setItems(embedding ? List.of("embedding") : TYPES);
        type.setValue(inferred.type());
        type.setReadOnly(embedding);
        type.addValueChangeListener(event -> {
            fit();
            changed.run();
        });
        required.setValue(Boolean.TRUE.equals(inferred.required()));
        min.setValue(inferred.min());
        max.setValue(inferred.max());
        unit.setValue(inferred.unit() == null ? "" : inferred.unit());
        categories.setValue(inferred.categories() == null ? "" : String.join(", ", inferred.categories()));
        categories.setPlaceholder("any");
        unit.setMaxLength(32);
        min.setWidth("96px");
        max.setWidth("96px");
        unit.setWidth("80px");
        type.setWidth("132px");
        categories.setWidth("160px");
        label(type, "type");
        label(required, "required");
        label(min, "min");
        label(max, "max");
        label(categories, "categories");
        label(unit, "unit");
        NativeTableCell name = new NativeTableCell(inferred.name());
        name.getElement().setAttribute("data-test", "schema-feature");
        add(
                name,
                new NativeTableCell(type),
                new NativeTableCell(required),
                new NativeTableCell(min),
                new NativeTableCell(max),
                new NativeTableCell(categories),
                new NativeTableCell(unit));
        fit();
    }

    /** The feature as it is now. */
    ModelVersion.Feature feature() {
        boolean number = isNumber();
        List<String> names = Arrays.stream(categories.getValue().split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        return new ModelVersion.Feature(
                inferred.name(),
                type.getValue(),
                required.getValue(),
                number ? min.getValue() : null,
                number ? max.getValue() : null,
                "category".equals(type.getValue()) && !names.isEmpty() ? names : null,
                unit.getValue().isBlank() ? null : unit.getValue().strip(),
                inferred.description(),
                inferred.dimension());
    }

    /** The name, if the type is another than the inferred one; else null. */
    @Nullable
    String changedName() {
        return inferred.type().equals(type.getValue()) ? null : inferred.name();
    }

    private boolean isNumber() {
        return List.of("float64", "float32", "int64").contains(type.getValue());
    }

    private void fit() {
        min.setEnabled(isNumber());
        max.setEnabled(isNumber());
        categories.setEnabled("category".equals(type.getValue()));
    }

    private void label(Component field, String what) {
        field.getElement()
                .setProperty("accessibleName", what + " of " + inferred.name())
                .setAttribute("data-test", "schema-" + what)
                .setAttribute("data-feature", inferred.name());
    }
}
