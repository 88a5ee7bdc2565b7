package io.tidewatch.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** A small picture of two distributions; tables use its element directly in their cells. */
@Tag("tw-spark")
@JsModule("./element/tw-spark.ts")
public final class Spark extends Component {}
