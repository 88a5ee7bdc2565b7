package io.tidewatch.sdk;

import io.tidewatch.sdk.internal.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The feature schema of one model version, as the server keeps it, and the check of a prediction against it. Immutable. */
final class VersionSchema {

    private final Map<String, Constraint> features;

    private VersionSchema(Map<String, Constraint> features) {
        this.features = features;
    }

    /** Reads the server's description of a version; null if it has no schema. */
    static @Nullable VersionSchema read(JsonObject version) {
        JsonObject schema = version.object("schema");
        if (schema == null) {
            return null;
        }
        Map<String, Constraint> features = new LinkedHashMap<>();
        for (JsonObject feature : schema.objects("features")) {
            String name = feature.string("name");
            if (name != null) {
                features.put(name, Constraint.read(feature));
            }
        }
        return new VersionSchema(features);
    }

    List<Violation> check(Prediction prediction) {
        Check check = new Check();
        prediction.forEachFeature(check);
        features.forEach((name, constraint) -> {
            if (constraint.required() && !check.present.contains(name)) {
                check.add(name, Violation.Code.MISSING, "is required and has no value");
            }
        });
        return check.violations;
    }

    /**
     * What the schema says about one feature.
     *
     * @param min NaN if open
     * @param max NaN if open
     * @param categories empty if any will do
     * @param dimension 0 if any will do
     */
    private record Constraint(
            String type, boolean required, double min, double max, Set<String> categories, long dimension) {

        static Constraint read(JsonObject feature) {
            return new Constraint(
                    feature.string("type", ""),
                    Boolean.TRUE.equals(feature.members().get("required")),
                    number(feature, "min"),
                    number(feature, "max"),
                    new HashSet<>(feature.strings("categories")),
                    feature.number("dimension", 0));
        }

        private static double number(JsonObject feature, String name) {
            return feature.members().get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
        }

        boolean isNumeric() {
            return type.equals("float64") || type.equals("float32") || type.equals("int64");
        }
    }

    private final class Check implements FeatureVisitor {

        final Set<String> present = new HashSet<>();
        final List<Violation> violations = new ArrayList<>();

        void add(String name, Violation.Code code, String message) {
            violations.add(new Violation(name, code, message));
        }

        @Override
        public void number(String name, double value) {
            if (!Double.isFinite(value)) {
                missing(name);
                return;
            }
            Constraint constraint = known(name);
            if (constraint != null) {
                boolean whole = value == Math.rint(value);
                if (!constraint.isNumeric() || (constraint.type().equals("int64") && !whole)) {
                    wrongType(name, constraint);
                } else {
                    range(name, value, constraint);
                }
            }
        }

        @Override
        public void integer(String name, long value) {
            Constraint constraint = known(name);
            if (constraint != null) {
                if (constraint.isNumeric()) {
                    range(name, (double) value, constraint);
                } else {
                    wrongType(name, constraint);
                }
            }
        }

        @Override
        public void bool(String name, boolean value) {
            expect(name, "boolean");
        }

        @Override
        public void text(String name, String value) {
            Constraint constraint = known(name);
            if (constraint == null) {
                return;
            }
            switch (constraint.type()) {
                case "category" -> {
                    if (!constraint.categories().isEmpty()
                            && !constraint.categories().contains(value)) {
                        add(name, Violation.Code.UNKNOWN_CATEGORY, "is none of the categories of the schema");
                    }
                }
                case "text" -> {}
                default -> wrongType(name, constraint);
            }
        }

        @Override
        public void timestamp(String name, Instant value) {
            expect(name, "timestamp");
        }

        @Override
        public void embedding(String name, float[] value) {
            boolean whole = true;
            for (float element : value) {
                whole &= Float.isFinite(element);
            }
            embedding(name, value.length, whole);
        }

        @Override
        public void embedding(String name, double[] value) {
            boolean whole = true;
            for (double element : value) {
                whole &= Double.isFinite(element);
            }
            embedding(name, value.length, whole);
        }

        /** Not whole if one of the numbers is not finite: such an embedding is sent as missing. */
        private void embedding(String name, int length, boolean whole) {
            if (!whole) {
                missing(name);
                return;
            }
            Constraint constraint = known(name);
            if (constraint != null) {
                if (!constraint.type().equals("embedding")) {
                    wrongType(name, constraint);
                } else if (constraint.dimension() > 0 && constraint.dimension() != length) {
                    add(name, Violation.Code.WRONG_TYPE, "must have " + constraint.dimension() + " numbers");
                }
            }
        }

        @Override
        public void missing(String name) {
            if (!features.containsKey(name)) {
                unknown(name);
            }
        }

        private void expect(String name, String type) {
            Constraint constraint = known(name);
            if (constraint != null && !constraint.type().equals(type)) {
                wrongType(name, constraint);
            }
        }

        /** The constraint of a feature that has a value. */
        private @Nullable Constraint known(String name) {
            Constraint constraint = features.get(name);
            if (constraint == null) {
                unknown(name);
            } else {
                present.add(name);
            }
            return constraint;
        }

        private void unknown(String name) {
            add(name, Violation.Code.UNKNOWN_FEATURE, "is not in the schema");
        }

        private void wrongType(String name, Constraint constraint) {
            add(name, Violation.Code.WRONG_TYPE, "must be " + constraint.type());
        }

        private void range(String name, double value, Constraint constraint) {
            if (value < constraint.min() || value > constraint.max()) {
                add(name, Violation.Code.OUT_OF_RANGE, "must be " + bounds(constraint.min(), constraint.max()));
            }
        }

        private static String bounds(double min, double max) {
            if (Double.isNaN(min)) {
                return "at most " + max;
            }
            return Double.isNaN(max) ? "at least " + min : min + " to " + max;
        }
    }
}
