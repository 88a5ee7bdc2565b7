package io.tidewatch.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;
import io.tidewatch.ui.navigation.Navigator;
import io.tidewatch.ui.navigation.TimeRange;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A chart drawn by Apache ECharts in the browser. Brushing a time chart changes the time range of the page. */
@Tag("tw-chart")
@NpmPackage(value = "echarts", version = "6.1.0")
@JsModule("./element/tw-chart.ts")
public final class Chart extends Component {

    /** A chart of this description. */
    public Chart(ChartSpec spec) {
        show(spec);
        addListener(RangeEvent.class, Chart::changeRange);
    }

    /** Draws another description. */
    public void show(ChartSpec spec) {
        getElement().setPropertyJson("spec", JsonMapper.shared().<ObjectNode>valueToTree(spec));
    }

    /** Height of the drawing in pixels. */
    public Chart height(int pixels) {
        getElement().setProperty("heightPx", pixels);
        return this;
    }

    /** A name for tests to find it by. */
    public Chart named(String testId) {
        getElement().setAttribute("data-test", testId);
        return this;
    }

    /** Called when a cell of a heat map is chosen. */
    public Registration addPickListener(ComponentEventListener<PickEvent> listener) {
        return addListener(PickEvent.class, listener);
    }

    private static void changeRange(RangeEvent event) {
        // A hand does not mean milliseconds, and the address stays readable.
        TimeRange.Between range = new TimeRange.Between(
                event.from.truncatedTo(ChronoUnit.MINUTES),
                event.to.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES));
        if (range.isUsable()) {
            Navigator.change(event.getSource().getUI().orElseGet(UI::getCurrent), state -> state.withRange(range));
        }
    }

    /** A range was brushed. */
    @DomEvent("tw-range")
    public static final class RangeEvent extends ComponentEvent<Chart> {

        private final transient Instant from;
        private final transient Instant to;

        /** Made by the framework. */
        public RangeEvent(
                Chart source,
                boolean fromClient,
                @EventData("event.detail.from") double from,
                @EventData("event.detail.to") double to) {
            super(source, fromClient);
            this.from = Instant.ofEpochMilli((long) from);
            this.to = Instant.ofEpochMilli((long) to);
        }
    }

    /** A cell of a heat map was chosen. */
    @DomEvent("tw-pick")
    public static final class PickEvent extends ComponentEvent<Chart> {

        private final int row;
        private final int column;

        /** Made by the framework. */
        public PickEvent(
                Chart source,
                boolean fromClient,
                @EventData("event.detail.row") int row,
                @EventData("event.detail.column") int column) {
            super(source, fromClient);
            this.row = row;
            this.column = column;
        }

        /** Index of the row's label. */
        public int row() {
            return row;
        }

        /** Index of the column's label. */
        public int column() {
            return column;
        }
    }
}
