package io.tidewatch.analyze.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Loads one or two files into the engine: finds their columns, infers types, and stores what will be read. */
final class DatasetLoader {

    /** Up to this many distinct texts a dictionary makes grouping faster. */
    private static final long DICTIONARY = 20_000;

    private final Engine engine;
    private final List<Side> sides = new ArrayList<>();
    private final Map<String, ColumnType> types;
    private final Predicate<String> wanted;

    private record Side(int number, SourceFile file, Map<String, FileColumn> columns) {}

    DatasetLoader(
            Engine engine,
            @Nullable SourceFile reference,
            SourceFile current,
            Map<String, ColumnType> types,
            Predicate<String> wanted) {
        this.engine = engine;
        this.types = types;
        this.wanted = wanted;
        if (reference != null) {
            sides.add(new Side(0, reference, columnsOf(reference)));
        }
        sides.add(new Side(1, current, columnsOf(current)));
    }

    List<Column> load() {
        Set<String> names = new LinkedHashSet<>();
        sides.forEach(side -> names.addAll(side.columns().keySet()));
        for (String overridden : types.keySet()) {
            if (!names.contains(overridden)) {
                throw new AnalyzeException(
                        "There is no column \"" + overridden + "\"; there are " + String.join(", ", names) + ".");
            }
        }
        List<String> kept = names.stream().filter(wanted).toList();
        Map<String, Inference> inferences = infer(kept);
        List<Column> columns = new ArrayList<>();
        Map<String, String> storage = new LinkedHashMap<>();
        for (String name : kept) {
            Inference inference = inferences.get(name);
            if (inference == null) {
                continue;
            }
            ColumnType type = types.getOrDefault(name, inference.type(kinds(name)));
            String stored = "c" + columns.size();
            long wrong = type == ColumnType.NUMBER ? inference.present() - inference.numbers() : 0;
            columns.add(new Column(name, type, stored, inference.distinct(), onlyIn(name), wrong));
            storage.put(stored, storedType(type, inference));
        }
        String definition = storage.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        engine.execute(Sql.statement("drop", Map.of()));
        engine.execute(Sql.statement("create", Map.of("columns", definition)));
        for (Side side :
                sides.stream().filter(side -> !side.columns().isEmpty()).toList()) {
            insert(side, columns, storage, inferences);
        }
        return columns;
    }

    private Map<String, FileColumn> columnsOf(SourceFile file) {
        return new FileColumns(engine, file).read();
    }

    private Map<String, Inference> infer(List<String> names) {
        Map<String, Inference> inferences = new LinkedHashMap<>();
        if (names.isEmpty()) {
            return inferences;
        }
        List<String> aggregates = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            aggregates.add(Inference.aggregates("x" + i, isNumeric(names.get(i))));
        }
        String rows = sides.stream()
                .filter(side -> !side.columns().isEmpty())
                .map(side -> raw(side, names))
                .collect(Collectors.joining(" UNION ALL "));
        String sql = Sql.statement("infer", Map.of("columns", String.join(",\n    ", aggregates), "rows", rows));
        try (Rows result = engine.query(sql)) {
            for (String name : names) {
                inferences.put(name, Inference.read(result));
            }
        }
        return inferences;
    }

    private String raw(Side side, List<String> names) {
        List<String> expressions = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            FileColumn column = side.columns().get(names.get(i));
            boolean numeric = isNumeric(names.get(i));
            String absent = numeric ? "CAST(NULL, 'Nullable(Float64)')" : "CAST(NULL, 'Nullable(String)')";
            String expression = column == null ? absent : numeric ? column.asNumber() : column.asText();
            expressions.add(numeric ? Inference.ofNumber(expression, "x" + i) : Inference.ofText(expression, "x" + i));
        }
        return MissingValues.with() + "SELECT " + String.join(", ", expressions) + " FROM " + table(side);
    }

    private void insert(
            Side side, List<Column> columns, Map<String, String> storage, Map<String, Inference> inferences) {
        List<String> expressions = new ArrayList<>();
        for (Column column : columns) {
            FileColumn source = side.columns().get(column.name());
            String type = storage.getOrDefault(column.stored(), "UInt8");
            Inference inference = inferences.get(column.name());
            String value = source == null || inference == null ? "NULL" : value(column, source, inference);
            expressions.add("CAST(" + value + ", " + Sql.text(type) + ")");
        }
        String list = String.join(", ", expressions);
        engine.execute(Sql.statement(
                "load",
                Map.of(
                        "with",
                        MissingValues.with(),
                        "side",
                        "toUInt8(" + side.number() + ")",
                        "columns",
                        list,
                        "file",
                        table(side))));
    }

    private static String value(Column column, FileColumn source, Inference inference) {
        return switch (column.type()) {
            case NUMBER -> source.asNumber();
            case CATEGORY -> {
                // "1", "1.0" and 1 are one category where all values are numbers.
                boolean codes = inference.numbers() == inference.present() && inference.fitsInteger();
                yield codes && source.kind() != FileColumn.Kind.TEXT
                        ? "toString(" + source.asNumber() + ")"
                        : "if(" + MissingValues.isPresent(source.asText()) + ", " + source.asText() + ", NULL)";
            }
            case TIME -> "parseDateTime64BestEffortOrNull(assumeNotNull(" + source.asText() + "), 3, 'UTC')";
            case OTHER, SKIP -> "NULL";
        };
    }

    private static String storedType(ColumnType type, Inference inference) {
        return switch (type) {
            case NUMBER -> inference.fitsInteger() ? "Nullable(Int32)" : "Nullable(Float64)";
            case CATEGORY ->
                inference.distinct() <= DICTIONARY ? "LowCardinality(Nullable(String))" : "Nullable(String)";
            case TIME -> "Nullable(DateTime64(3, 'UTC'))";
            case OTHER, SKIP -> "Nullable(UInt8)";
        };
    }

    /** The file with its columns under their names; text files are read as text only. */
    private static String table(Side side) {
        if (!side.file().isText()) {
            return side.file().table();
        }
        String structure = side.columns().keySet().stream()
                .map(name -> Sql.identifier(name) + " Nullable(String)")
                .collect(Collectors.joining(", "));
        return side.file().table(structure);
    }

    private boolean isNumeric(String name) {
        return kinds(name).stream().allMatch(FileColumn.Kind::isNumeric);
    }

    private List<FileColumn.Kind> kinds(String name) {
        return sides.stream()
                .map(side -> side.columns().get(name))
                .filter(column -> column != null)
                .map(FileColumn::kind)
                .toList();
    }

    private String onlyIn(String name) {
        if (sides.stream().allMatch(side -> side.columns().containsKey(name))) {
            return "";
        }
        return sides.getFirst().columns().containsKey(name) ? "reference" : "current";
    }
}
