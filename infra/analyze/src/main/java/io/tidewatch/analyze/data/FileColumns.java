package io.tidewatch.analyze.data;

import java.util.LinkedHashMap;
import java.util.Map;

/** Finds the columns of a file. */
record FileColumns(Engine engine, SourceFile file) {

    /** What the engine answers besides name and type. */
    private static final int OTHER_FIELDS = 5;

    Map<String, FileColumn> read() {
        try {
            return described();
        } catch (AnalyzeException e) {
            // A file without a row tells the engine nothing; its header still names the columns.
            if (file.isText()) {
                return named(e);
            }
            throw e;
        }
    }

    private Map<String, FileColumn> described() {
        Map<String, FileColumn> columns = new LinkedHashMap<>();
        try (Rows rows = describe(file.table())) {
            while (rows.hasNext()) {
                String name = rows.readString();
                String type = rows.readString();
                skip(rows);
                FileColumn column =
                        file.isText() ? new FileColumn(name, FileColumn.Kind.RAW) : FileColumn.declared(name, type);
                columns.put(name, column);
            }
        }
        return columns;
    }

    private Map<String, FileColumn> named(AnalyzeException reason) {
        Map<String, FileColumn> columns = new LinkedHashMap<>();
        boolean empty = file.path().toFile().length() == 0;
        if (empty && !file.hasHeader()) {
            return columns;
        }
        if (empty) {
            throw new AnalyzeException("The file " + file.path() + " is empty: it has no header line.");
        }
        if (!file.hasHeader()) {
            throw reason;
        }
        int count = 0;
        try (Rows rows = describe(file.headlessTable())) {
            while (rows.hasNext()) {
                rows.readString();
                rows.readString();
                skip(rows);
                count++;
            }
        }
        String sql = Sql.statement("header", Map.of("file", file.headlessTable()));
        try (Rows rows = engine.query(sql)) {
            for (int i = 0; i < count; i++) {
                String name = rows.readString();
                columns.put(name, new FileColumn(name, FileColumn.Kind.RAW));
            }
        }
        return columns;
    }

    private Rows describe(String table) {
        return engine.query(Sql.statement("describe", Map.of("file", table)));
    }

    private static void skip(Rows rows) {
        for (int field = 0; field < OTHER_FIELDS; field++) {
            rows.readString();
        }
    }
}
