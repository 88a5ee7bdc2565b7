package io.tidewatch.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0; 0 B",
                "1023; 1,023 B",
                "1024; 1 KiB",
                "1600; 1.6 KiB",
                "67108864; 64 MiB",
                "1125899906842624; 1,024 TiB"
            })
    void bytesHaveTheUnitThatKeepsThemShort(long bytes, String text) {
        assertThat(Numbers.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0; 0",
                "733; 733",
                "1234.5; 1,235",
                "0.123456; 0.1235",
                "-12.3456; -12.35",
                "0.0001234; 1.234E-4",
                "1e308; 1E308",
                "9007199254740993; 9.007E15",
                "0.001; 0.001"
            })
    void measuresHaveFourSignificantDigits(double value, String text) {
        assertThat(Numbers.measure(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0; 0 %", "1; 100 %", "0.1234; 12.3 %", "0.0001; < 0.1 %", "0.0006; 0.1 %"})
    void ratiosAreWrittenAsPercentages(double ratio, String text) {
        assertThat(Numbers.percent(ratio)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0; < 0.001", "0.00099; < 0.001", "0.001; 0.001", "0.5; 0.500"})
    void pValuesAreNotWrittenAsZero(double value, String text) {
        assertThat(Numbers.pValue(value)).isEqualTo(text);
    }

    @Test
    void whatIsNoNumberIsADash() {
        assertThat(Numbers.score(null)).isEqualTo(Numbers.NONE);
        assertThat(Numbers.score(Double.NaN)).isEqualTo(Numbers.NONE);
        assertThat(Numbers.measure(Double.POSITIVE_INFINITY)).isEqualTo(Numbers.NONE);
        assertThat(Numbers.percent(null)).isEqualTo(Numbers.NONE);
        assertThat(Numbers.pValue(Double.NaN)).isEqualTo(Numbers.NONE);
    }

    @Test
    void countsAgreeWithTheirNoun() {
        assertThat(Numbers.count(1, "model", "models")).isEqualTo("1 model");
        assertThat(Numbers.count(0, "model", "models")).isEqualTo("0 models");
        assertThat(Numbers.count(1_234_567, "model", "models")).isEqualTo("1,234,567 models");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0.7; 0.7000", "-0.64634; -0.6463", "0; 0.0000", "9.99996; 10.0000", "31.24; 31.24", "0.0004; 4E-4"
            })
    void metricsOfAColumnLineUp(double value, String text) {
        assertThat(Numbers.metric(value)).isEqualTo(text);
    }
}
