package io.tidewatch.analysis;

import io.tidewatch.profile.WindowSelection;
import io.tidewatch.registry.ModelVersion;
import io.tidewatch.registry.RegisteredModel;
import java.util.List;

/**
 * What an analytic read is about: checked, and allowed to the caller.
 *
 * @param versions all versions of the model, oldest first
 */
record AnalysisScope(RegisteredModel model, List<ModelVersion> versions, WindowSelection window) {}
