package io.tidewatch.clickhouse.embedded.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputFormatTest {

    @ParameterizedTest
    @CsvSource({
        "RowBinary,true",
        "rowbinarywithnamesandtypes,true",
        "TSV,true",
        "JSON,false",
        "Parquet,false",
        "Values,false",
        "Unknown,false"
    })
    void streamsOnlyRowsThatStandOneAfterTheOther(String name, boolean streamable) {
        assertThat(new OutputFormat(name).streamable()).isEqualTo(streamable);
    }

    @Test
    void measuresBinaryHeaders() {
        byte[] piece = {2, 1, 'a', 3, 'b', 'c', 'd', 5, 'U', 'I', 'n', 't', '8', 6, 'S', 't', 'r', 'i', 'n', 'g', 42};
        assertThat(new OutputFormat("RowBinaryWithNamesAndTypes").headerLength(ByteBuffer.wrap(piece)))
                .hasValue(20);
        assertThat(new OutputFormat("RowBinaryWithNames").headerLength(ByteBuffer.wrap(piece)))
                .hasValue(7);
        assertThat(new OutputFormat("RowBinary").headerLength(ByteBuffer.wrap(piece)))
                .hasValue(0);
    }

    @Test
    void seesThatABinaryHeaderIsCutOff() {
        byte[] piece = {2, 1, 'a', 100, 'b'};
        for (int length = 0; length <= piece.length; length++) {
            assertThat(new OutputFormat("RowBinaryWithNames").headerLength(ByteBuffer.wrap(piece, 0, length)))
                    .isEmpty();
        }
    }

    @Test
    void measuresHeadersOfLines() {
        ByteBuffer csv = ByteBuffer.wrap("\"a\nb\",\"c\"\"d\"\n\"Int8\",\"String\"\n1,x\n".getBytes(UTF_8));
        assertThat(new OutputFormat("CSVWithNames").headerLength(csv.duplicate()))
                .hasValue(13);
        assertThat(new OutputFormat("CSVWithNamesAndTypes").headerLength(csv.duplicate()))
                .hasValue(29);
        ByteBuffer tsv = ByteBuffer.wrap("a\tb\nInt8\tString\n1\tx\n".getBytes(UTF_8));
        assertThat(new OutputFormat("TSVWithNames").headerLength(tsv.duplicate()))
                .hasValue(4);
        assertThat(new OutputFormat("TSVWithNamesAndTypes").headerLength(tsv.duplicate()))
                .hasValue(16);
    }
}
