package io.tidewatch.analyze.command;

import io.tidewatch.analysis.stats.ValueTable;
import io.tidewatch.analysis.stats.method.DriftMethod;
import io.tidewatch.analysis.stats.method.MethodResult;
import io.tidewatch.analyze.data.AnalyzeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The methods that were asked for.
 *
 * @param byName methods under the names they were asked for, which may be those of Evidently
 */
record MethodChoice(Map<String, DriftMethod> byName) {

    /** The methods of these names; {@code all} stands for all of them. */
    static MethodChoice of(List<String> names) {
        Map<String, DriftMethod> byName = new LinkedHashMap<>();
        for (String name : names) {
            if (name.equals("all")) {
                for (DriftMethod method : DriftMethod.values()) {
                    byName.put(method.methodName(), method);
                }
            } else if (!name.equals("none")) {
                byName.put(
                        name,
                        DriftMethod.named(name)
                                .orElseThrow(() -> new AnalyzeException(
                                        "There is no method \"" + name + "\"; see tidewatch analyze drift --help.")));
            }
        }
        return new MethodChoice(byName);
    }

    /** Results of the methods that are defined for this kind of column. */
    Map<String, MethodResult> evaluate(ValueTable table) {
        Map<String, MethodResult> results = new LinkedHashMap<>();
        byName.forEach((name, method) -> {
            if (method.appliesTo(table)) {
                results.put(name, method.evaluate(table));
            }
        });
        return results;
    }
}
