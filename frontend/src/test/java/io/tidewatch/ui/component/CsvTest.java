package io.tidewatch.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void quotesWhatNeedsIt() {
        Csv csv = new Csv("a", "b", "c");
        csv.row("plain", "with, comma", "with \"quotes\"\nand a line");

        assertThat(csv.toString()).isEqualTo("a,b,c\r\nplain,\"with, comma\",\"with \"\"quotes\"\"\nand a line\"\r\n");
    }

    @Test
    void nullIsAnEmptyCell() {
        Csv csv = new Csv("a", "b");
        csv.row(null, 1.5);

        assertThat(csv.toString()).endsWith(",1.5\r\n");
    }

    @Test
    void aNameIsNeverAFormula() {
        Csv csv = new Csv("a", "b", "c");
        csv.row("=HYPERLINK(\"http://x\")", "@cmd", "+1");

        assertThat(csv.toString().lines().skip(1)).containsExactly("\"'=HYPERLINK(\"\"http://x\"\")\",'@cmd,'+1");
    }

    @Test
    void aNegativeNumberStaysANumber() {
        Csv csv = new Csv("a");
        csv.row(-1.5);

        assertThat(csv.toString()).isEqualTo("a\r\n-1.5\r\n");
    }
}
