package io.tidewatch.ui.registry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import io.tidewatch.ui.client.ModelVersion;
import io.tidewatch.ui.client.Models;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.CsvExport;
import io.tidewatch.ui.component.Facts;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.Skeleton;
import io.tidewatch.ui.component.Slot;
import io.tidewatch.ui.component.States;
import io.tidewatch.ui.component.Time;
import io.tidewatch.ui.shell.ModelLayout;
import io.tidewatch.ui.shell.PageView;
import io.tidewatch.ui.shell.Visit;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A model's versions: what each was trained on, takes in and gives out. */
@PermitAll
@Route(value = "models/:model/versions", layout = ModelLayout.class)
class VersionsView extends PageView {

    private final Models models;
    private final Slot slot;

    VersionsView(Loader loader, Models models) {
        this.models = models;
        this.slot = new Slot(loader, "the versions", Skeleton.TABLE);
        add(slot);
    }

    @Override
    protected void enter(Visit visit) {
        title("Versions · " + visit.model());
        slot.load(
                visit.state().organization(),
                caller -> models.versions(caller, visit.model()),
                versions -> show(versions, visit));
    }

    private static Component show(List<ModelVersion> versions, Visit visit) {
        List<ModelVersion> shown = versions.stream()
                .filter(version -> visit.state().version() == null
                        || version.version().equals(visit.state().version()))
                .toList();
        if (shown.isEmpty()) {
            Div empty = States.empty(
                    "No version yet",
                    "Register a version with its feature schema through the API; values are then checked against it:");
            empty.add(States.code(registration(visit.model())));
            return Card.around(empty);
        }
        Div page = new Div();
        page.addClassName("tw-page");
        shown.forEach(version -> page.add(card(version, visit.model())));
        return page;
    }

    private static Component card(ModelVersion version, String model) {
        Card card = Card.flush(
                "Version " + version.version(),
                version.description(),
                CsvExport.button(
                        "Schema as CSV",
                        model + "-" + version.version() + "-schema.csv",
                        "text/csv",
                        () -> SchemaTable.csv(version)));
        card.getElement().setAttribute("data-test", "version").setAttribute("data-version", version.version());
        Facts facts = new Facts().small().with("Registered", "version-registered", Time.at(version.createdAt()));
        ModelVersion.TrainedOn trainedOn = version.trainedOn();
        if (trainedOn != null && trainedOn.from() != null && trainedOn.to() != null) {
            facts.with(
                    "Trained on data of",
                    "version-trained-on",
                    new Span(Time.on(trainedOn.from()), new Span(" – "), Time.on(trainedOn.to())));
        }
        facts.with(
                "Features",
                "version-features",
                new Span(Numbers.count(version.features().size())));
        addOutput(facts, version.output());
        addAll(facts, version.metrics());
        addAll(facts, version.parameters());
        facts.getStyle().set("padding", "16px 20px");
        return card.with(facts, SchemaTable.of(version));
    }

    private static void addOutput(Facts facts, ModelVersion.@Nullable Output output) {
        if (output == null) {
            return;
        }
        if (output.classes() != null && !output.classes().isEmpty()) {
            facts.with("Classes", "version-classes", new Span(String.join(", ", output.classes())));
        }
        if (output.positiveClass() != null) {
            facts.with("Positive class", "version-positive-class", new Span(output.positiveClass()));
        }
        if (output.threshold() != null) {
            facts.with("Threshold", "version-threshold", new Span(Numbers.measure(output.threshold())));
        }
        if (output.unit() != null) {
            facts.with("Unit", "version-unit", new Span(output.unit()));
        }
    }

    /** Parameters and training metrics are whatever the owner declared. */
    private static void addAll(Facts facts, @Nullable Map<String, @Nullable Object> declared) {
        if (declared != null) {
            declared.forEach((name, value) -> facts.with(
                    name,
                    "version-declared",
                    new Span(
                            value instanceof Number number
                                    ? Numbers.measure(number.doubleValue())
                                    : String.valueOf(value))));
        }
    }

    private static String registration(String model) {
        return """
                curl -X POST "$TIDEWATCH_ENDPOINT/api/v1/models/%s/versions" \\
                  -H "Authorization: Bearer $TIDEWATCH_API_KEY" -H "Content-Type: application/json" \\
                  -d '{"version":"1","schema":{"features":[{"name":"amount","type":"float64","required":true}]},"output":{}}'
                """.formatted(model).stripTrailing();
    }
}
