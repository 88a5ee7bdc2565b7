package io.tidewatch.analyze.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A file with rows.
 *
 * @param path absolute path
 * @param format how it is written
 */
public record SourceFile(Path path, Format format) {

    /** Formats that can be read. */
    public enum Format {
        /** Comma-separated values with a header line. */
        CSV("CSVWithNames", "CSV"),
        /** Tab-separated values with a header line, unescaped. */
        TSV("TSVRawWithNames", "TSVRaw"),
        /** One JSON object per line. */
        NDJSON("JSONEachRow", ""),
        /** Apache Parquet. */
        PARQUET("Parquet", "");

        private final String engineName;
        private final String headless;

        Format(String engineName, String headless) {
            this.engineName = engineName;
            this.headless = headless;
        }
    }

    /** The file at this path, its format told by its name; may be compressed (.gz, .zst and the like). */
    public static SourceFile of(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        if (!Files.isRegularFile(absolute)) {
            throw new AnalyzeException("There is no file " + path + ".");
        }
        if (!Files.isReadable(absolute)) {
            throw new AnalyzeException("The file " + path + " cannot be read.");
        }
        return new SourceFile(absolute, format(absolute));
    }

    private static Format format(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        String plain = name.replaceFirst("\\.(gz|gzip|zst|bz2|xz|lz4|br)$", "");
        if (plain.endsWith(".parquet") || plain.endsWith(".pq")) {
            return Format.PARQUET;
        }
        if (plain.endsWith(".json") || plain.endsWith(".jsonl") || plain.endsWith(".ndjson")) {
            return Format.NDJSON;
        }
        if (plain.endsWith(".tsv") || plain.endsWith(".tab")) {
            return Format.TSV;
        }
        if (plain.endsWith(".csv") || plain.endsWith(".txt")) {
            return Format.CSV;
        }
        throw new AnalyzeException("The format of " + path.getFileName()
                + " is unknown: names end in .csv, .tsv, .ndjson, .jsonl, .json or .parquet.");
    }

    /** Whether the file holds text, so that types have to be inferred from it. */
    boolean isText() {
        return format != Format.PARQUET;
    }

    /** The file as a table of the engine, with the types the engine finds. */
    String table() {
        return "file(" + Sql.text(path.toString()) + ", " + format.engineName + ")";
    }

    /** Whether the names of the columns stand in a first line of their own. */
    boolean hasHeader() {
        return !format.headless.isEmpty();
    }

    /** The file as a table whose first row is the header. */
    String headlessTable() {
        return "file(" + Sql.text(path.toString()) + ", " + format.headless + ")";
    }

    /** The file as a table of the engine, with these columns. */
    String table(String structure) {
        return "file(" + Sql.text(path.toString()) + ", " + format.engineName + ", " + Sql.text(structure) + ")";
    }
}
