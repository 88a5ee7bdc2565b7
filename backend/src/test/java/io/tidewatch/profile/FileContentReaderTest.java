package io.tidewatch.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.profile.file.FileFormat;
import io.tidewatch.profile.file.FileProblem;
import io.tidewatch.registry.FeatureType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileContentReaderTest {

    private static final List<Variable> VARIABLES = List.of(
            new Variable("distance", false, FeatureType.FLOAT64, VariableSource.F64, 0),
            new Variable("stops", false, FeatureType.INT64, VariableSource.I64, 0),
            new Variable("origin", false, FeatureType.CATEGORY, VariableSource.CAT, 0),
            Variable.SCORE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "distance,origin\n1,ATL\n2,JFK\n",
                "\uFEFFdistance,origin\r\n1,ATL\r\n2,JFK\r\n",
                "distance;origin\n1;ATL\n2;JFK",
                "\"distance\"\t\"origin\"\n\"1\"\t\"ATL\"\n\n2\tJFK\n\n",
                ",Distance, ORIGIN \n0,1,ATL\n1,2,JFK\n",
                "distance,distance_,origin\n1,x,ATL\n2,y,JFK\n"
            })
    void csvIsReadHoweverItWasWritten(String text) throws IOException {
        FileContent read = read(FileFormat.CSV, text);

        assertThat(read.problems()).isEmpty();
        assertThat(read.complete()).isTrue();
        assertThat(read.rows()).isEqualTo(2);
        assertThat(mean(read)).isEqualTo(1.5);
        assertThat(((CategoryCounts) read.values().get("origin")).counts()).isEqualTo(Map.of("ATL", 1L, "JFK", 1L));
        assertThat(read.absent()).containsExactly("stops");
    }

    @Test
    void rowsAreCountedAsASpreadsheetDoes() throws IOException {
        FileContent read = read(FileFormat.CSV, "distance,origin\n1,\"two\nlines\"\n\nfar,ATL\n");

        assertThat(read.problems()).containsExactly(new FileProblem(4, "distance", "wrong-type", "must be a number"));
        assertThat(read.rows()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"distance\":1",
                "[1]",
                "7",
                "{\"distance\":1} {\"distance\":2}",
                "{\"distance\":[1]}",
                "{\"origin\":{\"code\":\"ATL\"}}",
                "{\"stops\":1.5}",
                "{\"stops\":1e300}",
                "{\"prediction\":{\"score\":1.5}}",
                "\u0000\u0000{}"
            })
    void aBadLineCostsItselfAndNoOther(String line) throws IOException {
        FileContent read = read(FileFormat.NDJSON, "{\"distance\":1}\n" + line + "\n{\"distance\":3}\n");

        assertThat(read.rows()).isEqualTo(2);
        assertThat(read.badRows()).isEqualTo(1);
        assertThat(read.complete()).isTrue();
        assertThat(read.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.row()).isEqualTo(2));
        assertThat(mean(read)).isEqualTo(2.0);
    }

    @Test
    void depthLengthAndNamesOfALineAreBounded() throws IOException {
        String deep = "[".repeat(1_000_000);
        String name = "{\"" + "n".repeat(1_000) + "\":1}";
        String number = "{\"distance\":" + "9".repeat(5_000) + "}";
        FileContent read = read(
                FileFormat.NDJSON,
                "{\"distance\":" + deep + "\n" + "x".repeat(3_000_000) + "\n" + name + "\n" + number
                        + "\n{\"distance\":3}\n");

        assertThat(read.problems())
                .extracting(FileProblem::code)
                .containsExactly("malformed-json", "row-too-long", "invalid-name", "malformed-json");
        assertThat(read.rows()).isEqualTo(1);
    }

    @Test
    void aQuoteThatIsNeverClosedEndsTheFileAndMemoryStaysBounded() throws IOException {
        InputStream endless = new SequenceInputStream(
                new ByteArrayInputStream("distance,origin\n1,ATL\n2,\"".getBytes(StandardCharsets.UTF_8)),
                new ByteArrayInputStream("x,\n".repeat(2_000_000).getBytes(StandardCharsets.UTF_8)));

        FileContent read = new FileContentReader(new FileColumns(VARIABLES, Map.of()), 3).read(FileFormat.CSV, endless);

        assertThat(read.complete()).isFalse();
        assertThat(read.rows()).isEqualTo(1);
        assertThat(read.problems()).extracting(FileProblem::code).containsExactly("row-too-long");
    }

    @Test
    void whatIsNotUtf8IsSaidToBe() throws IOException {
        byte[] utf16 = "distance\n1\n".getBytes(StandardCharsets.UTF_16);
        FileContent read = new FileContentReader(new FileColumns(VARIABLES, Map.of()), 3)
                .read(FileFormat.CSV, new ByteArrayInputStream(utf16));

        assertThat(read.complete()).isFalse();
        assertThat(read.problems()).extracting(FileProblem::code).containsExactly("not-utf-8");
    }

    @Test
    void linesThatKeepNamingNewColumnsFillNoMemory() throws IOException {
        String lines = IntStream.range(0, 10_000)
                .mapToObj(i -> "{\"new" + i + "\":1}")
                .collect(Collectors.joining("\n", "", "\n{\"distance\":3}\n"));

        FileContent read = read(FileFormat.NDJSON, lines);

        assertThat(read.rows()).isEqualTo(10_001);
        assertThat(read.columns()).hasSize(4_001);
        assertThat(read.values().get("distance").missing()).isEqualTo(10_000);
    }

    @Test
    void whereABadCellStandsNothingOfItsRowCounts() throws IOException {
        FileContent read = read(FileFormat.CSV, "distance,stops,origin\n1,1,ATL\n2,x,JFK\n3,y,\n");

        assertThat(read.problems()).extracting(FileProblem::row).containsExactly(3L, 4L);
        assertThat(read.values().get("distance").present()).isEqualTo(1);
        assertThat(((CategoryCounts) read.values().get("origin")).counts()).containsOnlyKeys("ATL");
    }

    private static FileContent read(FileFormat format, String text) throws IOException {
        return new FileContentReader(new FileColumns(VARIABLES, Map.of()), 3)
                .read(format, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static double mean(FileContent read) {
        NumberCounts counts =
                (NumberCounts) Objects.requireNonNull(read.values().get("distance"));
        return IntStream.range(0, counts.size())
                        .mapToDouble(row -> counts.value(row) * counts.count(row))
                        .sum()
                / counts.present();
    }
}
